-- Up Migration
-- A member who has lost the mailbox, or the authenticator with its recovery codes, is let back in by staff: after an identity check, by two
-- people, once the new mailbox has been proven (spec 5.1).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery'));

create table identity.recoveries (
  id uuid primary key default uuidv7(),
  reference text not null constraint recovery_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  old_email text not null constraint lost_email_is_normal check (old_email = lower(old_email) and length(old_email) between 3 and 254),
  new_email text not null constraint proven_email_is_normal check (new_email = lower(new_email) and length(new_email) between 3 and 254),
  drop_authenticator boolean not null,
  note text not null constraint recovery_note_is_one_to_a_thousand check (length(btrim(note)) between 1 and 1000),
  words_hash bytea not null constraint proof_words_are_unique unique constraint proof_hash_is_sha256 check (length(words_hash) = 32),
  undo_hash bytea not null constraint stop_words_are_unique unique constraint stop_hash_is_sha256 check (length(undo_hash) = 32),
  sealed_undo text not null constraint stop_words_are_sealed check (length(sealed_undo) between 1 and 1000),
  asked_at timestamptz not null default clock_timestamp(),
  proven_at timestamptz,
  constraint a_recovery_changes_something check (drop_authenticator or old_email <> new_email)
);
comment on table identity.recoveries is 'What staff ask for a member who cannot sign in any more: another address, or no authenticator, or both. Whether it was allowed says its request for approval.';
comment on column identity.recoveries.note is 'How staff made sure who was asking.';
comment on column identity.recoveries.words_hash is 'SHA-256 of the words mailed to the new address: who says them reads that mailbox.';
comment on column identity.recoveries.undo_hash is 'SHA-256 of the words mailed to the old address: before the approval they stop it, afterwards they take it back.';
comment on column identity.recoveries.sealed_undo is 'Those words for the second mail to the old address, sealed by the application with a key that the database does not have.';
create index recoveries_by_member on identity.recoveries (member_id);
alter table identity.recoveries enable row level security;
