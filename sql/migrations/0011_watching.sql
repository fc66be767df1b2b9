-- Up Migration
-- Watching the books: what was looked at, what was found, and where payouts meet it.

update core.problem_codes set code = 'payouts_paused' where code = 'money_paused';

create type audit.fault as (law text, object text, expected text, found text);
comment on type audit.fault is 'A law that does not hold for an object: what it asks for and what stands there. Ids and figures only, nothing personal.';

create table audit.watch_runs (
  id bigint generated always as identity primary key,
  form text not null constraint watch_form_is_known check (form in ('changes', 'everything')),
  domain text,
  began_at timestamptz not null default clock_timestamp(),
  business_at timestamptz not null,
  horizon xid8 not null,
  next_xid xid8 not null,
  journal_id bigint not null,
  item_id bigint not null,
  commission_id bigint not null,
  took_ms integer,
  faults integer not null default 0,
  left_over boolean not null default false,
  constraint only_a_full_run_is_of_one_domain check ((form = 'everything') = (domain is not null))
);
comment on table audit.watch_runs is 'One look at the books each: at what changed, or at everything of one domain. Its marks tell the next look at changes where to begin.';
comment on column audit.watch_runs.horizon is 'Oldest transaction still open when the run looked: every older one is certainly seen.';
comment on column audit.watch_runs.next_xid is 'First transaction that had no number yet when the run looked: what it writes has higher ids than the highest seen here.';
comment on column audit.watch_runs.left_over is 'More had changed than one look can take: it was left to a look at everything.';
create index watch_runs_by_form on audit.watch_runs (form, id desc);
create index watch_runs_by_domain on audit.watch_runs (domain, id desc) where form = 'everything';
alter table audit.watch_runs enable row level security;

create table audit.findings (
  id uuid primary key default uuidv7(),
  run_id bigint not null,
  form text not null constraint finding_form_is_known check (form in ('changes', 'everything')),
  law text not null,
  object text not null,
  expected text not null,
  found text not null,
  raised_at timestamptz not null,
  seen_at timestamptz not null,
  cleared_at timestamptz,
  cleared_by bigint references identity.staff on delete restrict,
  note text constraint clearing_note_is_one_to_a_thousand check (length(btrim(note)) > 0 and length(note) <= 1000),
  constraint a_cleared_finding_says_by_whom_and_why check ((cleared_at is null) = (cleared_by is null) and (cleared_at is null) = (note is null))
);
comment on table audit.findings is 'Faults found in the books. Kept for ever; cleared once, by a named person with a note. While one is not cleared, nothing is paid out.';
create unique index one_open_finding_per_law_and_object on audit.findings (law, object) where cleared_at is null;
create index findings_by_clearing on audit.findings (cleared_at desc, id desc) where cleared_at is not null;
create index findings_by_staff on audit.findings (cleared_by) where cleared_by is not null;
alter table audit.findings enable row level security;

create table audit.breaker (
  singleton boolean primary key default true constraint there_is_one_breaker check (singleton)
);
comment on table audit.breaker is 'One row, a lock: a payout shares it before it asks for findings, and raising a finding takes it alone. So no payout passes a finding that is being written.';
alter table audit.breaker enable row level security;
insert into audit.breaker default values;

create table ledger.balance_marks (
  account_id bigint primary key,
  balance bigint not null constraint marked_balance_is_bounded check (balance between -9000000000000000000 and 9000000000000000000),
  horizon xid8 not null
);
comment on table ledger.balance_marks is 'Sum of an account''s lines written by transactions older than the horizon, minor units on its natural side, kept apart from its balance by the job that compares the two: only what came later has to be added up.';
alter table ledger.balance_marks enable row level security;

alter table invest.accrual_reserves add column posted bigint constraint posted_on_a_reserve_is_positive check (posted > 0);
comment on column invest.accrual_reserves.posted is 'What was posted on it, minor units; the part is refused unless it is the amount held. Null while the part is open.';

-- What changed lately, for documents that carry a time and no transaction.
create index holds_by_end on ledger.holds (ended_at) where ended_at is not null;
create index requests_by_decision on approval.requests (decided_at) where decided_at is not null;
create index deposits_by_decision on funding.deposits (decided_at) where decided_at is not null;
create index withdrawals_by_change on funding.withdrawals (greatest(requested_at, decided_at, sent_at, closed_at));

-- Where the first look at changes begins: what is older is for the nightly one.
insert into audit.watch_runs (form, business_at, horizon, next_xid, journal_id, item_id, commission_id)
select 'changes', clock_timestamp(), pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmax(pg_current_snapshot()),
       coalesce((select max(id) from ledger.journals), 0), coalesce((select max(id) from treasury.items), 0), coalesce((select max(id) from referral.commissions), 0);
