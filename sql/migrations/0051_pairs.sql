-- Up Migration
-- What legs count and the pairs they make (spec 4.3): compensation plan versions, counts, pairs, what the cap left over, clawbacks.

-- A pair is one item with two parts: it is paid whole or waits whole.
alter table treasury.items drop constraint item_state_is_known;
alter table treasury.items add constraint item_state_is_known check (state in ('awaiting', 'posted', 'withdrawn'));
alter table treasury.items add column other_account_id bigint references ledger.accounts on delete restrict;
alter table treasury.items add column other_amount bigint;
alter table treasury.items add column reserve_amount bigint;
alter table treasury.items add constraint an_item_has_one_part_or_two check (
  (other_account_id is null) = (other_amount is null) and (other_amount is null or (other_amount > 0 and other_amount < amount)));
alter table treasury.items add constraint a_reserve_is_part_of_its_item check (reserve_amount > 0 and reserve_amount <= amount - coalesce(other_amount, 0));
comment on column treasury.items.other_account_id is 'Account of the second part, where the amount is split; the first takes the rest.';
comment on column treasury.items.other_amount is 'Second part, minor units, included in amount.';
comment on column treasury.items.reserve_amount is 'Part of the first part that is held as reserve once it is posted, minor units.';
comment on column treasury.items.state is 'withdrawn: what earned it was reversed before it was posted.';
create index items_by_other_account on treasury.items (other_account_id) where other_account_id is not null;

create table network.plan_versions (
  id uuid primary key default uuidv7(),
  version integer not null constraint compensation_versions_are_numbered_once unique,
  from_on date not null constraint a_version_starts_on_the_first_of_a_month check (extract(day from from_on) = 1),
  currency text not null references core.currencies on delete restrict,
  timezone text not null,
  pair_value bigint not null constraint pair_value_is_positive check (pair_value > 0 and pair_value <= 9000000000000000),
  first_full_pairs integer not null constraint first_full_pairs_are_not_negative check (first_full_pairs >= 0),
  emi_rate numeric not null constraint emi_rate_is_a_percentage check (emi_rate >= 0 and emi_rate <= 100),
  monthly_pair_cap integer not null constraint monthly_pair_cap_is_positive check (monthly_pair_cap > 0),
  over_cap text not null constraint over_cap_is_defer_or_flush check (over_cap in ('defer', 'flush')),
  reserve_rate numeric not null constraint reserve_rate_is_a_percentage check (reserve_rate >= 0 and reserve_rate <= 100),
  count_on text not null constraint units_count_on_a_sale_or_on_placement check (count_on in ('qualified_sale', 'placement')),
  qualify_amount bigint not null constraint qualify_amount_is_positive check (qualify_amount > 0 and qualify_amount <= 9000000000000000),
  cooling_off_days integer not null constraint cooling_off_days_are_not_negative check (cooling_off_days >= 0),
  placement text not null constraint placement_mode_is_known check (placement in ('level_order', 'left', 'right', 'weaker_leg', 'extreme_left', 'extreme_right')),
  active_buyer_amount bigint not null constraint active_buyer_amount_is_positive check (active_buyer_amount > 0 and active_buyer_amount <= 9000000000000000),
  state text not null constraint compensation_state_is_known check (state in ('draft', 'active', 'rejected')),
  created_by bigint references identity.staff on delete restrict,
  created_at timestamptz not null,
  decided_at timestamptz,
  constraint a_decided_version_says_when check ((state = 'draft') = (decided_at is null))
);
comment on table network.plan_versions is 'Compensation plan: every figure of the network, from the first of a month. The first version is made of the operator''s settings; later ones need approval. Frozen on each pair when it matches.';
comment on column network.plan_versions.from_on is 'First day it holds, in the network''s time zone.';
comment on column network.plan_versions.emi_rate is 'Percent of the value that goes to EMI_RESERVE from the pair after first_full_pairs on, unless the member is an active buyer.';
comment on column network.plan_versions.over_cap is 'What becomes of pairs above the monthly cap: defer to the next month, or flush.';
create unique index one_compensation_version_from_a_day on network.plan_versions (from_on) where state = 'active';
create index plan_versions_by_currency on network.plan_versions (currency);
create index plan_versions_by_maker on network.plan_versions (created_by) where created_by is not null;
alter table network.plan_versions enable row level security;

alter table network.nodes add column matched integer not null default 0;
alter table network.nodes add column flushed bigint not null default 0;
alter table network.nodes add column serials integer not null default 0;
alter table network.nodes add column month_on date not null default '0001-01-01';
alter table network.nodes add column month_pairs integer not null default 0;
alter table network.nodes add constraint pairs_are_never_below_zero check (matched >= 0 and flushed >= 0 and month_pairs >= 0 and serials >= matched);
alter table network.nodes add constraint never_more_pairs_than_the_smaller_leg check (matched <= least(left_count, right_count));
alter table network.nodes add constraint the_company_has_no_pairs check (parent_id is not null or (serials = 0 and flushed = 0));
comment on column network.nodes.matched is 'Live pairs: their numbers are 1 to this.';
comment on column network.nodes.flushed is 'Pairs that were lost above the cap.';
comment on column network.nodes.serials is 'Pairs ever made: the last serial.';
comment on column network.nodes.month_on is 'First day of the month that month_pairs counts; in a later month nothing is used yet.';

create table network.counts (
  id bigint generated always as identity primary key,
  node_id bigint not null references network.nodes on delete restrict,
  generation integer not null constraint generation_is_positive check (generation > 0),
  direction smallint not null constraint a_count_adds_or_takes_one check (direction in (1, -1)),
  counted_at timestamptz not null,
  applied_at timestamptz,
  constraint a_unit_counts_once_each_way unique (node_id, generation, direction)
);
comment on table network.counts is 'A unit that counts, or no longer counts: one row for everybody above. Written with the fact, applied by the matcher in order.';
create index counts_waiting on network.counts (id) where applied_at is null;
alter table network.counts enable row level security;

create table network.pairs (
  id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() constraint pair_public_ids_are_unique unique,
  node_id bigint not null references network.nodes on delete restrict,
  member_id bigint not null references identity.members on delete restrict,
  serial integer not null,
  life integer not null constraint life_is_positive check (life > 0),
  left_count bigint not null,
  right_count bigint not null,
  matched integer not null,
  flushed bigint not null,
  month_on date not null,
  month_usage integer not null constraint month_usage_is_positive check (month_usage > 0),
  buyer_total bigint not null constraint buyer_total_is_not_negative check (buyer_total >= 0),
  active_buyer boolean not null,
  version_id uuid not null references network.plan_versions on delete restrict,
  currency text not null references core.currencies on delete restrict,
  value bigint not null,
  earnings bigint not null,
  emi bigint not null,
  count_id bigint references network.counts on delete restrict,
  item_id bigint not null references treasury.items on delete restrict constraint one_pair_per_item unique,
  matched_at timestamptz not null,
  state text not null default 'live' constraint pair_state_is_known check (state in ('live', 'reversed')),
  reversed_at timestamptz,
  reversal_id bigint,
  constraint a_serial_is_never_reused unique (node_id, serial),
  constraint a_pair_matches_what_both_legs_hold check (matched + flushed <= least(left_count, right_count)),
  constraint a_split_is_the_whole check (value > 0 and earnings >= 0 and emi >= 0 and earnings + emi = value),
  constraint an_active_buyer_is_paid_whole check (emi = 0 or not active_buyer),
  constraint a_reversed_pair_says_when check ((state = 'reversed') = (reversed_at is not null))
);
comment on table network.pairs is 'One pair each, with everything that explains it: what the legs held, what was matched, the month''s usage, the active buyer''s total, the version, value and split. Only its reversal is added.';
comment on column network.pairs.life is 'Number among the member''s live pairs; a reversed pair frees it.';
comment on column network.pairs.serial is 'Number among all pairs the member ever had.';
comment on column network.pairs.matched is 'Live pairs with this one.';
comment on column network.pairs.buyer_total is 'Net confirmed payments on the member''s own bookings at that instant, minor units.';
comment on column network.pairs.count_id is 'The count that completed it. Null: left over by the cap, matched as a month began.';
comment on column network.pairs.reversal_id is 'Journal that took the money back. Null: the pair is live, was never posted, or nothing was left to take.';
create unique index one_live_pair_of_a_number on network.pairs (node_id, life) where state = 'live';
create index pairs_by_member on network.pairs (member_id, id desc);
create index pairs_by_version on network.pairs (version_id);
create index pairs_by_currency on network.pairs (currency);
create index pairs_by_count on network.pairs (count_id) where count_id is not null;
create index pairs_by_reversal on network.pairs (reversed_at) where reversed_at is not null;
alter table network.pairs enable row level security;

create table network.backlogs (
  node_id bigint primary key references network.nodes on delete restrict,
  month_on date not null,
  depth integer not null
);
comment on table network.backlogs is 'Nodes with more pairs than the cap let through in a month: what the opening of the next month has to look at, in order.';
create index backlogs_in_order on network.backlogs (month_on, depth desc, node_id);
alter table network.backlogs enable row level security;

create table network.flushes (
  node_id bigint not null references network.nodes on delete restrict,
  month_on date not null,
  pairs bigint not null constraint a_flush_takes_something check (pairs > 0),
  version_id uuid not null references network.plan_versions on delete restrict,
  flushed_at timestamptz not null,
  constraint a_month_is_flushed_once primary key (node_id, month_on)
);
comment on table network.flushes is 'Pairs lost above the cap of a month, as the next one began.';
create index flushes_by_version on network.flushes (version_id);
alter table network.flushes enable row level security;

create table network.clawbacks (
  pair_id bigint primary key references network.pairs on delete restrict,
  member_id bigint not null references identity.members on delete restrict,
  currency text not null references core.currencies on delete restrict,
  amount bigint not null constraint clawback_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  recovered bigint not null default 0,
  raised_at timestamptz not null,
  constraint no_more_is_recovered_than_was_owed check (recovered >= 0 and recovered <= amount)
);
comment on table network.clawbacks is 'What a reversed pair could not give back: taken first from later credits to EARNINGS.';
create index clawbacks_open on network.clawbacks (member_id, currency, pair_id) where recovered < amount;
create index clawbacks_by_member on network.clawbacks (member_id);
create index clawbacks_by_currency on network.clawbacks (currency);
alter table network.clawbacks enable row level security;

create table network.recoveries (
  journal_id bigint not null,
  pair_id bigint not null references network.clawbacks on delete restrict,
  amount bigint not null constraint recovery_amount_is_positive check (amount > 0),
  item_id bigint not null references treasury.items on delete restrict,
  constraint a_recovery_stands_once primary key (journal_id, pair_id)
);
comment on table network.recoveries is 'Which later credit paid back what of which clawback.';
create index recoveries_by_pair on network.recoveries (pair_id);
create index recoveries_by_item on network.recoveries (item_id);
alter table network.recoveries enable row level security;
