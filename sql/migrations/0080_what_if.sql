-- Up Migration
-- Compensation plan versions are drafted, tried against what really happened, and approved (spec 4.3).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation'));

create table network.what_ifs (
  id uuid primary key default uuidv7(),
  version_id uuid not null references network.plan_versions on delete restrict,
  asked_by bigint references identity.staff on delete restrict,
  asked_at timestamptz not null,
  state text not null default 'waiting' constraint what_if_state_is_known check (state in ('waiting', 'running', 'finished')),
  as_of timestamptz,
  last_count_id bigint,
  at_count_id bigint not null default 0,
  counts bigint not null default 0,
  counts_done bigint not null default 0,
  finished_at timestamptz,
  gaining integer,
  losing integer,
  unchanged integer,
  live_pairs bigint,
  live_earnings bigint,
  live_emi bigint,
  live_reserve bigint,
  live_flushed bigint,
  draft_pairs bigint,
  draft_earnings bigint,
  draft_emi bigint,
  draft_reserve bigint,
  draft_flushed bigint,
  constraint no_more_counts_are_done_than_there_are check (counts_done >= 0 and counts_done <= counts),
  constraint a_what_if_that_runs_knows_its_end check ((state = 'waiting') = (as_of is null) and (as_of is null) = (last_count_id is null)),
  constraint a_finished_what_if_has_its_figures check (num_nonnulls(finished_at, gaining, losing, unchanged, live_pairs, live_earnings, live_emi, live_reserve, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_reserve, draft_flushed)
    = case state when 'finished' then 14 else 0 end)
);
comment on table network.what_ifs is 'Runs of real history under a draft compensation plan: how far they are and, at the end, sums over all members, minor units of the plan''s currency.';
comment on column network.what_ifs.as_of is 'Until when history is replayed: the live figures beside it are of the same moment.';
comment on column network.what_ifs.last_count_id is 'The last count that had been applied then.';
comment on column network.what_ifs.at_count_id is 'The count up to which it is replayed.';
create unique index one_what_if_runs_at_a_time on network.what_ifs ((state)) where state = 'running';
create index what_ifs_by_version on network.what_ifs (version_id, asked_at desc);
create index what_ifs_by_asker on network.what_ifs (asked_by) where asked_by is not null;
create index what_ifs_to_do on network.what_ifs (asked_at) where state <> 'finished';
alter table network.what_ifs enable row level security;

create table network.what_if_members (
  what_if_id uuid not null references network.what_ifs on delete restrict,
  place integer not null constraint place_is_positive check (place > 0),
  member_id bigint not null,
  live_pairs bigint not null,
  live_earnings bigint not null,
  live_emi bigint not null,
  live_flushed bigint not null,
  draft_pairs bigint not null,
  draft_earnings bigint not null,
  draft_emi bigint not null,
  draft_flushed bigint not null,
  change bigint not null generated always as (draft_earnings + draft_emi - live_earnings - live_emi) stored,
  constraint a_place_is_taken_once primary key (what_if_id, place),
  constraint what_if_figures_are_not_negative check (least(live_pairs, live_earnings, live_emi, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_flushed) >= 0)
);
comment on table network.what_if_members is 'What each member had and would have had. No key to members: a trial locks nothing live.';
comment on column network.what_if_members.place is 'Order by change: who loses most is first, who gains most last.';
alter table network.what_if_members enable row level security;

create table network.what_if_months (
  what_if_id uuid not null references network.what_ifs on delete restrict,
  month_on date not null,
  live_pairs bigint not null,
  live_value bigint not null,
  live_flushed bigint not null,
  draft_pairs bigint not null,
  draft_value bigint not null,
  draft_flushed bigint not null,
  constraint a_month_stands_once_in_a_what_if primary key (what_if_id, month_on)
);
comment on table network.what_if_months is 'What the treasury needed and would have needed, month by month, minor units.';
alter table network.what_if_months enable row level security;

create table network.what_if_readings (
  what_if_id uuid not null references network.what_ifs on delete restrict,
  staff_id bigint not null references identity.staff on delete restrict,
  read_at timestamptz not null,
  constraint a_what_if_is_read_once_by_a_person primary key (what_if_id, staff_id)
);
comment on table network.what_if_readings is 'Who has read which finished run: nobody approves a plan before.';
create index what_if_readings_by_person on network.what_if_readings (staff_id);
alter table network.what_if_readings enable row level security;

-- Temporary copies of the one run that is under way, filled step by step, emptied when the next begins. Unlogged: after a crash they are empty and
-- the run begins anew. No foreign keys: those would lock live rows.
create unlogged table network.what_if_nodes (
  node_id bigint primary key,
  left_count bigint not null,
  right_count bigint not null,
  matched integer not null default 0,
  flushed bigint not null default 0,
  month_on date not null default '0001-01-01',
  month_pairs integer not null default 0
) with (fillfactor = 60);
comment on table network.what_if_nodes is 'Copy of the tree''s counters in the run that is under way.';
alter table network.what_if_nodes enable row level security;

create unlogged table network.what_if_backlogs (
  node_id bigint primary key,
  month_on date not null
);
comment on table network.what_if_backlogs is 'Copy of what the cap left over in the run that is under way.';
create index what_if_backlogs_by_month on network.what_if_backlogs (month_on);
alter table network.what_if_backlogs enable row level security;

create unlogged table network.what_if_pairs (
  node_id bigint not null,
  life integer not null,
  month_on date not null,
  month_usage integer not null,
  active_buyer boolean not null,
  earnings bigint not null,
  emi bigint not null,
  reserve bigint not null,
  matched_at timestamptz not null,
  constraint a_copied_pair_stands_once primary key (node_id, life)
);
comment on table network.what_if_pairs is 'Live pairs of the run that is under way.';
alter table network.what_if_pairs enable row level security;

create unlogged table network.what_if_flushes (
  node_id bigint not null,
  month_on date not null,
  pairs bigint not null,
  constraint a_copied_month_is_flushed_once primary key (node_id, month_on)
);
comment on table network.what_if_flushes is 'Pairs lost above the cap in the run that is under way.';
alter table network.what_if_flushes enable row level security;

create unlogged table network.what_if_live (
  node_id bigint not null,
  month_on date not null,
  pairs bigint not null,
  earnings bigint not null,
  emi bigint not null,
  reserve bigint not null,
  flushed bigint not null,
  constraint a_live_month_is_copied_once primary key (node_id, month_on)
);
comment on table network.what_if_live is 'What really happened, as it stood when the run began.';
alter table network.what_if_live enable row level security;
