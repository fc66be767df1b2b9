-- Up Migration
-- Large imports are checked and posted by the worker: what was asked for, how far it is, and what came of it.

create table office.import_runs (
  id uuid primary key default uuidv7(),
  import_id uuid not null references office.imports on delete restrict,
  kind text not null constraint import_run_kind_is_known check (kind in ('check', 'post')),
  request_id uuid,
  asked_by bigint not null references identity.staff on delete restrict,
  asked_at timestamptz not null,
  state text not null default 'waiting' constraint import_run_state_is_known check (state in ('waiting', 'running', 'finished', 'failed', 'dropped')),
  attempts integer not null default 0 constraint import_attempts_are_not_negative check (attempts >= 0),
  begun_at timestamptz,
  done integer not null default 0,
  steps integer not null,
  hash text constraint import_run_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  fault_count integer not null default 0 constraint import_fault_count_is_not_negative check (fault_count >= 0),
  faults jsonb not null default '[]' constraint import_faults_are_a_list check (jsonb_typeof(faults) = 'array'),
  totals jsonb,
  problem jsonb,
  ended_at timestamptz,
  constraint a_posting_names_its_request check ((kind = 'post') = (request_id is not null)),
  constraint no_more_steps_are_done_than_there_are check (done >= 0 and done <= steps),
  constraint an_import_run_that_began_says_so check (state = 'dropped' or (state = 'waiting') = (begun_at is null)),
  constraint an_import_run_that_ended_says_when check ((state in ('finished', 'failed', 'dropped')) = (ended_at is not null)),
  constraint a_finished_check_says_of_what check (state <> 'finished' or kind <> 'check' or num_nonnulls(hash, totals) = 2),
  constraint a_failed_run_says_why check ((state = 'failed') = (problem is not null))
);
comment on table office.import_runs is 'Checks and postings of large imports by the worker. At most one of an import waits or runs; a posting is one transaction, so of one that is not finished nothing is there.';
comment on column office.import_runs.asked_by is 'Who asked for the check, or whose approval was the last one.';
comment on column office.import_runs.hash is 'What was checked: office.import_hash.';
comment on column office.import_runs.faults is 'The first 200 of its faults, while the import has not ended.';
comment on column office.import_runs.problem is 'Why it failed: a code and what a sentence about it needs.';
create unique index one_import_run_at_a_time on office.import_runs (import_id) where state in ('waiting', 'running');
create index import_runs_by_import on office.import_runs (import_id, asked_at desc, id desc);
create index import_runs_by_asker on office.import_runs (asked_by);
alter table office.import_runs enable row level security;
