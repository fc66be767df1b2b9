-- Up Migration
-- Real history of an investment plan under the rate of a draft (spec 4.3): runs of the same kind as those of the compensation plan, begun, shown and read the same way.

alter table network.what_ifs alter column version_id drop not null;
alter table network.what_ifs add column rate_version_id uuid references invest.plan_versions on delete restrict;
alter table network.what_ifs add column live_ahead bigint;
alter table network.what_ifs add column draft_ahead bigint;
update network.what_ifs set live_ahead = 0, draft_ahead = 0 where state = 'finished';
alter table network.what_ifs add constraint a_what_if_is_of_one_draft check (num_nonnulls(version_id, rate_version_id) = 1);
alter table network.what_ifs drop constraint a_finished_what_if_has_its_figures;
alter table network.what_ifs add constraint a_finished_what_if_has_its_figures check (num_nonnulls(finished_at, gaining, losing, unchanged, live_pairs, live_earnings, live_emi, live_reserve, live_flushed, live_ahead, draft_pairs, draft_earnings, draft_emi, draft_reserve, draft_flushed, draft_ahead)
    = case state when 'finished' then 16 else 0 end);
comment on table network.what_ifs is 'Runs of real history under a draft, of the compensation plan or of an investment plan''s rate: how far they are and, at the end, sums over all members, minor units of the plan''s currency.';
comment on column network.what_ifs.rate_version_id is 'The draft of an investment plan whose rate is tried: then counts are contracts.';
comment on column network.what_ifs.last_count_id is 'The last count, or contract, that there was then.';
comment on column network.what_ifs.at_count_id is 'The count, or contract, up to which it is replayed.';
comment on column network.what_ifs.live_earnings is 'What was earned: of pairs, or as returns of days that are recorded.';
comment on column network.what_ifs.live_ahead is 'What contracts still earn until they end, at their own rate; 0 for a compensation plan.';
comment on column network.what_ifs.draft_ahead is 'What they would still earn at the draft''s rate.';
create index what_ifs_by_rate_version on network.what_ifs (rate_version_id, asked_at desc) where rate_version_id is not null;

alter table network.what_if_members drop column change;
alter table network.what_if_members add column contracts integer not null default 0;
alter table network.what_if_members add column live_ahead bigint not null default 0;
alter table network.what_if_members add column draft_ahead bigint not null default 0;
alter table network.what_if_members add column change bigint not null generated always as (draft_earnings + draft_emi + draft_ahead - live_earnings - live_emi - live_ahead) stored;
alter table network.what_if_members drop constraint what_if_figures_are_not_negative;
alter table network.what_if_members add constraint what_if_figures_are_not_negative check (least(live_pairs, live_earnings, live_emi, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_flushed, contracts, live_ahead, draft_ahead) >= 0);

create table network.what_if_days (
  what_if_id uuid not null references network.what_ifs on delete restrict,
  day_on date not null,
  live bigint not null,
  draft bigint not null,
  constraint a_day_stands_once_in_a_what_if primary key (what_if_id, day_on)
);
comment on table network.what_if_days is 'What the treasury of returns needed or will need on each value date, and would at the draft''s rate, minor units.';
alter table network.what_if_days enable row level security;

-- Temporary copies of the one run that is under way, as those of the compensation plan.
create unlogged table network.what_if_contracts (
  investment_id bigint primary key,
  member_id bigint not null,
  amount bigint not null constraint copied_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  accrual_rate numeric not null,
  start_on date not null,
  days integer not null,
  recorded integer not null
);
comment on table network.what_if_contracts is 'Copy of the plan''s contracts as they stood when the run began: days until the end, or those recorded of one that has ended.';
alter table network.what_if_contracts enable row level security;

create unlogged table network.what_if_returns (
  day_on date primary key,
  live bigint not null,
  draft bigint not null
);
comment on table network.what_if_returns is 'Returns by value date in the run that is under way.';
alter table network.what_if_returns enable row level security;

create unlogged table network.what_if_earners (
  member_id bigint primary key,
  contracts integer not null,
  live bigint not null,
  live_ahead bigint not null,
  draft bigint not null,
  draft_ahead bigint not null
);
comment on table network.what_if_earners is 'Returns by member in the run that is under way.';
alter table network.what_if_earners enable row level security;
