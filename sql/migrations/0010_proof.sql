-- Up Migration
-- Seals over finished journals, and snapshots for reading balances at a point in time. Both stand off the posting path.

create table ledger.seals (
  id bigint primary key,
  journal_ids int8multirange not null,
  highest bigint not null,
  closed_to bigint not null,
  journals integer not null,
  lines bigint not null,
  merkle_root bytea not null,
  previous_root bytea not null,
  root bytea not null,
  horizon xid8 not null,
  next_xid xid8 not null,
  last_number bigint not null,
  posted_until timestamptz not null,
  sealed_at timestamptz not null,
  constraint seals_are_numbered_from_one check (id >= 1),
  constraint a_seal_holds_journals check (journals > 0),
  constraint seal_roots_are_sha256 check (length(root) = 32 and length(previous_root) = 32 and length(merkle_root) = 32)
);
comment on table ledger.seals is 'Finished journals, sealed in order (docs/seals.md). root covers number, previous root, counts, time and Merkle root.';
comment on column ledger.seals.journal_ids is 'Which journals. Numbers that were drawn and never used lie between the ranges.';
comment on column ledger.seals.closed_to is 'Every journal numbered up to here is in this seal or in an earlier one.';
comment on column ledger.seals.horizon is 'Every transaction older than this had ended when the seal was made.';
comment on column ledger.seals.last_number is 'Highest journal number drawn before next_xid was given to any transaction.';
comment on column ledger.seals.posted_until is 'Latest posting time among all journals numbered up to closed_to.';
create index seals_by_highest on ledger.seals (highest);
create index seals_by_next_xid on ledger.seals (next_xid);
alter table ledger.seals enable row level security;

create table ledger.seal_secrets (
  seal_id bigint primary key references ledger.seals on delete restrict,
  secret bytea not null
);
comment on table ledger.seal_secrets is 'What the lines of compound journals are salted with, so that a proof for one member says nothing about another''s line.';
alter table ledger.seal_secrets enable row level security;

create table ledger.snapshot_runs (
  closed_to bigint primary key,
  on_date date not null,
  posted_until timestamptz not null,
  taken_at timestamptz not null
);
comment on table ledger.snapshot_runs is 'Points up to which snapshots count every journal by number. No journal up to closed_to has a later value date than on_date or a later posting time than posted_until.';
create index snapshot_runs_by_date on ledger.snapshot_runs (on_date, closed_to);
create index snapshot_runs_by_time on ledger.snapshot_runs (posted_until, closed_to);
alter table ledger.snapshot_runs enable row level security;

create table ledger.snapshots (
  account_id bigint not null,
  closed_to bigint not null,
  balance bigint not null,
  primary key (account_id, closed_to)
);
comment on table ledger.snapshots is 'Sum of an account''s lines in journals numbered up to closed_to (debit above zero). Only accounts that have moved since the run before have a row. No foreign keys: nothing but ledger.take_snapshots writes here, and verification compares.';
alter table ledger.snapshots enable row level security;

create table ledger.snapshot_totals (
  closed_to bigint not null references ledger.snapshot_runs on delete restrict,
  kind text not null,
  currency text not null references core.currencies on delete restrict,
  balance bigint not null,
  primary key (closed_to, kind, currency)
);
comment on table ledger.snapshot_totals is 'Sum of all lines per kind of account and currency at a run, debit above zero: where a trial balance by lines starts.';
create index snapshot_totals_by_currency on ledger.snapshot_totals (currency);
alter table ledger.snapshot_totals enable row level security;
