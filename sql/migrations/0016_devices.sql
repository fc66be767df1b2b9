-- Up Migration
-- Authenticators, recovery codes, known browsers, changes of address: what else than the mailbox proves who somebody is.

create table identity.authenticators (
  id uuid primary key,
  actor_id bigint not null,
  session_id uuid not null,
  sealed text not null constraint authenticator_seal_is_bounded check (length(sealed) between 60 and 400),
  witness_hash bytea not null constraint authenticator_witness_hash_is_sha256 check (length(witness_hash) = 32),
  last_step bigint not null default 0 constraint authenticator_step_is_not_negative check (last_step >= 0),
  failures smallint not null default 0 constraint authenticator_has_five_failures check (failures between 0 and 5),
  failing_since timestamptz not null default clock_timestamp(),
  begun_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  removed_at timestamptz
);
comment on table identity.authenticators is 'Authenticator apps of members and staff. The secret is sealed by the application with a key that the database does not have; what the database decides about is in the other columns.';
comment on column identity.authenticators.id is 'Chosen by the application, because the seal is bound to it.';
comment on column identity.authenticators.session_id is 'The session in which it was set up: only there can it be confirmed.';
comment on column identity.authenticators.witness_hash is 'SHA-256 of a word that only who has opened the seal can say.';
comment on column identity.authenticators.last_step is 'The last 30-second step whose code was accepted; no code of it or of an earlier one is accepted again.';
comment on column identity.authenticators.failures is 'Wrong codes since failing_since, over all challenges together; the fifth stops the sixth for a quarter of an hour.';
create unique index one_authenticator_is_in_use_per_person on identity.authenticators (actor_id) where confirmed_at is not null and removed_at is null;
create unique index one_authenticator_is_begun_per_session on identity.authenticators (session_id) where confirmed_at is null and removed_at is null;
create index authenticators_by_actor on identity.authenticators (actor_id);
alter table identity.authenticators enable row level security;

create table identity.recovery_codes (
  authenticator_id uuid not null references identity.authenticators on delete restrict,
  code_mac bytea not null constraint recovery_code_mac_is_sha256 check (length(code_mac) = 32),
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  primary key (authenticator_id, code_mac)
);
comment on table identity.recovery_codes is 'Keyed MACs of recovery codes; each opens one step-up in place of the authenticator''s code.';
alter table identity.recovery_codes enable row level security;

alter table identity.challenges
  alter column code_mac drop not null,
  add column authenticator_id uuid references identity.authenticators on delete restrict,
  add column first_step bigint,
  add column window_macs bytea,
  drop constraint challenge_purpose_is_known,
  add constraint challenge_purpose_is_known check (purpose in ('login', 'staff_login', 'withdrawal', 'destination', 'authenticator', 'authenticator_confirm', 'authenticator_removal', 'recovery_codes', 'email_change', 'email_confirm')),
  add constraint challenge_is_mailed_or_from_an_authenticator check (
    case when authenticator_id is null then code_mac is not null and first_step is null and window_macs is null
         else code_mac is null and first_step is not null and window_macs is not null and length(window_macs) = 800 end);
comment on table identity.challenges is 'Codes waiting to be proven, from a mail or from an authenticator. The email that logs in is the one in this row, never one that a browser sends.';
comment on column identity.challenges.window_macs is 'MACs (32 bytes each) of the authenticator''s codes for 25 steps from first_step on, each bound to this challenge, browser and context.';
create index challenges_by_authenticator on identity.challenges (authenticator_id) where authenticator_id is not null;

create table identity.devices (
  actor_id bigint not null,
  browser_hash bytea not null constraint device_browser_hash_is_sha256 check (length(browser_hash) = 32),
  first_seen_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (actor_id, browser_hash)
);
comment on table identity.devices is 'Browsers a person has signed in with, by the hash of their sealed cookie: another one is told by mail.';
alter table identity.devices enable row level security;

alter table identity.sessions add column browser_hash bytea constraint session_browser_hash_is_sha256 check (length(browser_hash) = 32);
comment on column identity.sessions.browser_hash is 'The browser that signed in, so that joining makes it a known one.';

alter table identity.members add column withdrawals_from timestamptz;
comment on column identity.members.withdrawals_from is 'No withdrawal is asked for before this business time: the member''s address or authenticator has changed.';

create table identity.email_changes (
  id uuid primary key default uuidv7(),
  member_id bigint not null references identity.members on delete restrict,
  old_email text not null constraint changed_email_is_normal check (old_email = lower(old_email) and length(old_email) between 3 and 254),
  new_email text not null constraint another_email_is_normal check (new_email = lower(new_email) and length(new_email) between 3 and 254),
  undo_hash bytea not null constraint undo_words_are_unique unique constraint undo_hash_is_sha256 check (length(undo_hash) = 32),
  changed_at timestamptz not null default clock_timestamp(),
  undo_until timestamptz not null,
  undone_at timestamptz,
  constraint an_email_changes_to_another check (old_email <> new_email)
);
comment on table identity.email_changes is 'Changes of a member''s address. Until undo_until the old address can take it back, and nobody else can have it.';
create index email_changes_by_member on identity.email_changes (member_id, changed_at desc);
create index email_changes_by_old_email on identity.email_changes (old_email);
alter table identity.email_changes enable row level security;
