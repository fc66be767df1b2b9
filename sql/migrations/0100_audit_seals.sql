-- Up Migration
-- The audit log is sealed like the journals, so that an entry changed by whoever can switch triggers off is found.

alter table audit.log add column xid xid8 not null default pg_current_xact_id();
comment on column audit.log.xid is 'The transaction that wrote it: what tells which entries have finished.';
alter table audit.log add column on_behalf_of bigint;
comment on column audit.log.on_behalf_of is 'The member whose pages staff looked at, acting for them.';
create index log_by_transaction on audit.log (xid);
create index log_by_action on audit.log (action, id desc);
-- Otherwise bytes could be moved from one field of the sealed form to the next.
alter table audit.log add constraint log_hashes_are_sha256 check (coalesce(length(before_hash), 32) = 32 and coalesce(length(after_hash), 32) = 32);

create table audit.seals (
  id bigint primary key,
  entry_ids int8multirange not null,
  highest bigint not null,
  entries bigint not null,
  horizon xid8 not null,
  sealed_at timestamptz not null,
  entries_hash bytea not null,
  previous_root bytea not null,
  root bytea not null,
  constraint log_seals_are_numbered_from_one check (id >= 1),
  constraint a_log_seal_holds_entries check (entries > 0),
  constraint log_seal_roots_are_sha256 check (length(root) = 32 and length(previous_root) = 32 and length(entries_hash) = 32)
);
comment on table audit.seals is 'Finished entries of the log, sealed in order (docs/seals.md). root covers number, previous root, count, time and the hash of the entries.';
comment on column audit.seals.entry_ids is 'Which entries. Numbers that were drawn and never used lie between the ranges.';
comment on column audit.seals.horizon is 'Every transaction older than this had ended when the seal was made, and every entry it wrote is in this seal or an earlier one.';
create index log_seals_by_highest on audit.seals (highest);
alter table audit.seals enable row level security;

create table audit.seal_secrets (
  seal_id bigint primary key references audit.seals on delete restrict,
  secret bytea not null constraint log_seal_secrets_are_long check (length(secret) = 32)
);
comment on table audit.seal_secrets is 'What the reasons of a seal''s entries are salted with: a short reason cannot be guessed from its hash.';
alter table audit.seal_secrets enable row level security;
