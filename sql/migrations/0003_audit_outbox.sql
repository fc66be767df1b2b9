-- Up Migration
-- What was done, and what is still to be sent.

create schema audit;
comment on schema audit is 'Append-only log of what people and jobs did.';
create table audit.log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id bigint,
  session_id uuid,
  action text not null,
  object_kind text not null,
  object_id text not null,
  before_hash bytea,
  after_hash bytea,
  reason text
);
comment on table audit.log is 'Who did what to which object, when and why. Written by the functions themselves; never changed.';
create index log_by_object on audit.log (object_kind, object_id, id desc);
create index log_by_actor on audit.log (actor_id, id desc);
alter table audit.log enable row level security;

create schema outbox;
comment on schema outbox is 'Mails and jobs to be sent, written in the transaction of the fact they tell.';
create table outbox.jobs (
  id bigint generated always as identity primary key,
  task text not null constraint job_task_is_named_domain_verb check (task ~ '^[a-z]+__[a-z_]+$'),
  payload jsonb not null default '{}',
  run_at timestamptz not null default clock_timestamp(),
  handed_at timestamptz
);
comment on table outbox.jobs is 'Jobs not yet handed to the queue (handed_at is null) and those that were. A waker polls: NOTIFY in the hot path would serialise commits.';
create index jobs_to_hand_over on outbox.jobs (id) where handed_at is null;
create index jobs_handed on outbox.jobs (handed_at) where handed_at is not null;
alter table outbox.jobs enable row level security;

create table outbox.mails (
  id uuid primary key default uuidv7(),
  template text not null,
  to_email text not null,
  language text not null default 'en',
  props jsonb not null,
  dedupe_key text constraint mails_are_queued_once_per_fact unique,
  state text not null default 'queued' constraint mail_state_is_known check (state in ('queued', 'sent', 'parked')),
  attempts smallint not null default 0,
  error text,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
comment on table outbox.mails is 'Mails to send. Amounts in props are decimal text; a login code is sealed by the application before it comes here.';
create index mails_not_sent on outbox.mails (created_at) where state <> 'sent';
alter table outbox.mails enable row level security;

create table outbox.kept_mails (
  mail_id uuid primary key references outbox.mails on delete cascade,
  subject text not null,
  html text not null,
  body text not null,
  kept_at timestamptz not null default clock_timestamp()
);
comment on table outbox.kept_mails is 'Rendered mails of the development mailbox; empty in production.';
create index kept_mails_by_time on outbox.kept_mails (kept_at desc);
alter table outbox.kept_mails enable row level security;

create table outbox.workers (
  name text primary key,
  seen_at timestamptz not null
);
comment on table outbox.workers is 'Last heartbeat of each worker, for readiness and for people on call.';
alter table outbox.workers enable row level security;
