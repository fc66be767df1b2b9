-- Up Migration
-- Term plans, contracts, and one row per day of return.

create schema invest;
comment on schema invest is 'Plans, versions, investments, accruals.';

create table invest.plans (
  id uuid primary key default uuidv7(),
  name text not null constraint plan_name_is_one_to_255 check (length(trim(name)) between 1 and 255),
  currency text not null references core.currencies on delete restrict,
  timezone text not null,
  state text not null default 'draft' constraint plan_state_is_known check (state in ('draft', 'active', 'retired')),
  created_at timestamptz not null
);
comment on table invest.plans is 'A plan is a name for its versions. Currency and time zone never change.';
create index plans_by_currency on invest.plans (currency);
alter table invest.plans enable row level security;

create table invest.plan_versions (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references invest.plans on delete restrict,
  version integer not null constraint plan_version_counts_from_one check (version >= 1),
  daily_rate numeric not null constraint plan_rate_is_above_zero check (daily_rate > 0 and daily_rate <= 100 and scale(daily_rate) <= 8),
  minimum bigint not null constraint plan_minimum_is_positive check (minimum > 0),
  maximum bigint not null,
  duration integer not null constraint plan_duration_is_positive check (duration between 1 and 36500),
  unit text not null constraint plan_unit_is_known check (unit in ('DAYS', 'WEEKS', 'MONTHS')),
  referral_rate numeric not null constraint plan_referral_rate_is_a_percentage check (referral_rate between 0 and 100),
  description text not null constraint plan_description_is_bounded check (length(description) <= 4000),
  risk_text text not null constraint plan_risk_text_is_bounded check (length(risk_text) <= 4000),
  above_rail boolean not null,
  state text not null default 'draft' constraint plan_version_state_is_known check (state in ('draft', 'active', 'rejected')),
  effective_from date not null,
  hash bytea not null,
  created_at timestamptz not null,
  constraint plan_maximum_is_not_below_minimum check (maximum >= minimum and maximum <= 9000000000000000),
  constraint plan_versions_are_numbered_once unique (plan_id, version)
);
comment on table invest.plan_versions is 'Terms as sold. A sold version never changes; a change is a new version that takes effect later. Rates in percent a day.';
alter table invest.plan_versions enable row level security;

create table invest.investments (
  id bigint generated always as identity primary key,
  public_id uuid not null constraint investment_public_ids_are_unique unique,
  reference text not null constraint investment_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  plan_id uuid not null references invest.plans on delete restrict,
  version_id uuid not null references invest.plan_versions on delete restrict,
  plan_name text not null,
  currency text not null references core.currencies on delete restrict,
  timezone text not null,
  source_wallet text not null constraint investment_wallet_is_known check (source_wallet in ('DEPOSIT', 'INTEREST')),
  amount bigint not null constraint investment_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  daily_rate numeric not null,
  start_on date not null,
  end_on date not null,
  days integer not null,
  total bigint not null,
  version_hash bytea not null,
  invested_account_id bigint not null references ledger.accounts on delete restrict,
  interest_account_id bigint not null references ledger.accounts on delete restrict,
  deposit_account_id bigint not null references ledger.accounts on delete restrict,
  prefunded boolean not null,
  earmark_id uuid references ledger.holds on delete restrict,
  touched_xid xid8 not null default pg_current_xact_id(),
  state text not null default 'active' constraint investment_state_is_known check (state in ('active', 'matured')),
  parked_reason text,
  created_at timestamptz not null,
  matured_at timestamptz,
  constraint investment_days_are_end_less_start check (days = end_on - start_on and days > 0)
) with (fillfactor = 80);
comment on table invest.investments is 'Contracts: a copy of the terms sold, frozen. Only state, earmark and parking ever change.';
comment on column invest.investments.touched_xid is 'Lets a finished accrual run say which contracts it has certainly seen: those touched by transactions older than its horizon.';
create index active_investments on invest.investments (id) where state = 'active';
create index investments_by_xid on invest.investments (touched_xid);
create index investments_by_member on invest.investments (member_id, id desc);
create index active_investments_by_end on invest.investments (end_on) where state = 'active';
create index investments_by_plan on invest.investments (plan_id);
create index investments_by_version on invest.investments (version_id);
create index investments_by_currency on invest.investments (currency);
create index investments_by_invested_account on invest.investments (invested_account_id);
create index investments_by_interest_account on invest.investments (interest_account_id);
create index investments_by_deposit_account on invest.investments (deposit_account_id);
create index investments_by_earmark on invest.investments (earmark_id) where earmark_id is not null;
alter table invest.investments enable row level security;

create table invest.accruals (
  investment_id bigint not null,
  amount bigint not null constraint accrual_amount_is_not_negative check (amount >= 0),
  journal_id bigint,
  k integer not null constraint accrual_days_count_from_one check (k >= 1),
  primary key (investment_id, k)
);
comment on table invest.accruals is 'One day of return on one investment: credit(k) = cum(k) - cum(k-1) in minor units, value date start + k. Without a journal it is zero or waits in the treasury''s queue. No foreign keys: only invest.accrue writes here, and a check job compares.';
alter table invest.accruals enable row level security;

create table invest.accrual_runs (
  timezone text not null,
  as_of date not null,
  state text not null default 'running' constraint accrual_run_state_is_known check (state in ('running', 'finished')),
  horizon xid8 not null,
  previous_on date,
  previous_horizon xid8,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint one_run_per_zone_and_date primary key (timezone, as_of)
);
comment on table invest.accrual_runs is 'One accrual run per plan time zone and business date. Every contract of the zone touched only by transactions older than the horizon is accrued through as_of once the run is finished; the previous run''s horizon tells the next one which contracts need no second look.';
create index accrual_runs_under_way on invest.accrual_runs (as_of) where state = 'running';
alter table invest.accrual_runs enable row level security;

create table invest.accrual_chunks (
  timezone text not null,
  as_of date not null,
  chunk integer not null,
  from_id bigint not null,
  to_id bigint not null,
  done boolean not null default false,
  rows_written integer not null default 0,
  primary key (timezone, as_of, chunk)
);
comment on table invest.accrual_chunks is 'Parts of a run; whichever worker claims one writes it whole or not at all.';
create index chunks_to_do on invest.accrual_chunks (as_of, timezone, chunk) where not done;
alter table invest.accrual_chunks enable row level security;

create table invest.accrual_reserves (
  timezone text not null,
  as_of date not null,
  chunk integer not null,
  queue_id bigint not null references treasury.queues on delete restrict,
  hold_id uuid not null references ledger.holds on delete restrict,
  amount bigint not null,
  primary key (timezone, as_of, chunk, queue_id),
  foreign key (timezone, as_of, chunk) references invest.accrual_chunks on delete cascade
);
comment on table invest.accrual_reserves is 'What a part of a funded run will take from a treasury, held for it when the run begins.';
create index reserves_by_queue on invest.accrual_reserves (queue_id);
create index reserves_by_hold on invest.accrual_reserves (hold_id);
alter table invest.accrual_reserves enable row level security;
