-- Up Migration
-- Sums of the whole ledger by day, kept with the snapshots, and exports that are made as jobs (spec 7.2).

create table ledger.day_totals (
  closed_to bigint not null references ledger.snapshot_runs (closed_to) on delete restrict,
  value_on date not null,
  kind ledger.journal_kind not null,
  account_kind text not null,
  currency text not null references core.currencies on delete restrict,
  debit bigint not null,
  credit bigint not null,
  lines bigint not null,
  constraint a_day_is_summed_once_in_a_run primary key (closed_to, value_on, kind, account_kind, currency),
  constraint day_sums_are_not_negative check (debit >= 0 and credit >= 0),
  constraint a_summed_day_has_lines check (lines > 0)
);
comment on table ledger.day_totals is 'What each kind of journal moved on each kind of account, by value date, in the journals of one snapshot run. Minor units.';
comment on column ledger.day_totals.closed_to is 'The run whose journals are summed: those after the run before, up to this number.';
create index day_totals_by_day on ledger.day_totals (currency, value_on);
alter table ledger.day_totals enable row level security;

insert into ledger.day_totals (closed_to, value_on, kind, account_kind, currency, debit, credit, lines)
select r.closed_to, l.value_on, j.kind, a.kind, a.currency, coalesce(sum(l.amount) filter (where l.amount > 0), 0), coalesce(-sum(l.amount) filter (where l.amount < 0), 0), count(*)
  from (select s.closed_to, lag(s.closed_to, 1, 0::bigint) over (order by s.closed_to) as after from ledger.snapshot_runs s) r
  join ledger.lines l on l.journal_id > r.after and l.journal_id <= r.closed_to join ledger.journals j on j.id = l.journal_id join ledger.accounts a on a.id = l.account_id
 group by r.closed_to, l.value_on, j.kind, a.kind, a.currency;

create schema office;
comment on schema office is 'What staff have made for themselves: exports.';

create table office.exports (
  id uuid primary key default uuidv7(),
  report text not null constraint export_report_is_known check (report in ('days', 'sales', 'activity', 'wallets', 'commissions', 'accruals', 'tax', 'approvals', 'liquidity')),
  filters jsonb not null constraint export_filters_are_an_object check (jsonb_typeof(filters) = 'object' and length(filters::text) <= 1000),
  format text not null constraint export_format_is_known check (format in ('csv', 'xlsx', 'pdf')),
  language text not null constraint export_language_is_known check (language in ('en', 'es', 'hi')),
  asked_by bigint not null references identity.staff on delete restrict,
  asked_at timestamptz not null,
  state text not null default 'waiting' constraint export_state_is_known check (state in ('waiting', 'running', 'finished', 'failed', 'removed')),
  attempts integer not null default 0 constraint export_attempts_are_not_negative check (attempts >= 0),
  seen pg_snapshot,
  begun_at timestamptz,
  total bigint not null,
  done bigint not null default 0,
  file_id uuid constraint export_files_are_kept_once unique,
  bytes bigint,
  sha256 bytea,
  ended_at timestamptz,
  expires_at timestamptz,
  constraint no_more_rows_are_done_than_counted check (done >= 0 and done <= total),
  constraint an_export_that_began_says_so check ((state = 'waiting') = (begun_at is null) and (begun_at is null) = (seen is null)),
  constraint an_export_that_ended_says_when check ((state in ('finished', 'failed', 'removed')) = (ended_at is not null)),
  constraint a_finished_export_has_its_file check ((state in ('finished', 'removed')) = (num_nonnulls(bytes, sha256, expires_at) = 3) and (state <> 'finished' or file_id is not null)),
  constraint export_bytes_are_positive check (bytes > 0),
  constraint export_hash_is_sha256 check (length(sha256) = 32)
);
comment on table office.exports is 'Files of reports that a worker makes: what was asked for, how far it is, and where its bytes lie until they expire.';
comment on column office.exports.filters is 'Days, currency and ids; nothing personal.';
comment on column office.exports.seen is 'What had been committed when it began: all of its rows are of that moment.';
comment on column office.exports.file_id is 'Where its bytes lie, or are being written: named before they are, so that an attempt that was cut off leaves nothing behind.';
create index exports_by_asker on office.exports (asked_by, asked_at desc);
create index exports_by_time on office.exports (asked_at desc, id desc);
create index exports_to_remove on office.exports (expires_at) where state = 'finished';
alter table office.exports enable row level security;

-- What reports look for by time.
create index commissions_by_time on referral.commissions (earned_at);
create index payments_by_decision on ev.payments (decided_at) where state = 'confirmed';
create index decisions_by_time on approval.decisions (decided_at);
create index log_by_time on audit.log using brin (at) with (autosummarize = on);
