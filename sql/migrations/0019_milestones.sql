-- Up Migration
-- Rewards for having brought a number of active members (spec 5.3): claimed once, approved by staff, paid by the commission treasury.

create table referral.milestones (
  id uuid primary key default uuidv7(),
  name text not null constraint milestone_name_is_bounded check (length(name) between 1 and 80),
  needed integer not null constraint milestone_needs_somebody check (needed between 1 and 1000000),
  reward bigint not null constraint milestone_reward_is_positive check (reward > 0 and reward <= 9000000000000000),
  currency text not null references core.currencies on delete restrict,
  starts_on date not null,
  ends_on date,
  created_by bigint not null references identity.staff on delete restrict,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint a_milestone_ends_after_it_starts check (ends_on is null or ends_on >= starts_on),
  constraint a_milestone_is_offered_once unique (name, starts_on)
);
comment on table referral.milestones is 'Rewards for so many active referrals. Terms never change once written; staff may only end it.';
comment on column referral.milestones.needed is 'Active referrals needed: members whose KYC is approved and who have invested.';
comment on column referral.milestones.reward is 'Minor units, to EARNINGS from the commission treasury.';
comment on column referral.milestones.starts_on is 'First day on which it may be claimed, operator time zone.';
comment on column referral.milestones.ends_on is 'Last day on which it may be claimed, operator time zone. Null: until staff end it.';
comment on column referral.milestones.ended_at is 'When staff took it back: nobody claims it from then on.';
create index milestones_by_currency on referral.milestones (currency);
create index milestones_by_maker on referral.milestones (created_by);
alter table referral.milestones enable row level security;

create table referral.milestone_claims (
  id uuid primary key default uuidv7(),
  reference text not null constraint claim_references_are_unique unique,
  milestone_id uuid not null references referral.milestones on delete restrict,
  member_id bigint not null references identity.members on delete restrict,
  counted bigint[] not null constraint a_claim_counts_somebody check (cardinality(counted) > 0),
  state text not null default 'pending' constraint claim_state_is_known check (state in ('pending', 'approved', 'rejected')),
  reason text constraint claim_reason_is_bounded check (length(reason) <= 1000),
  item_id bigint references treasury.items on delete restrict,
  claimed_at timestamptz not null,
  decided_at timestamptz,
  constraint an_approved_claim_names_its_item check ((state = 'approved') = (item_id is not null)),
  constraint a_decided_claim_says_when check ((state = 'pending') = (decided_at is null))
);
comment on table referral.milestone_claims is 'Who claimed which milestone, with the referrals that were active then, and what became of it.';
comment on column referral.milestone_claims.counted is 'Members who counted when it was claimed: the reward explains itself.';
create unique index a_milestone_is_claimed_once on referral.milestone_claims (milestone_id, member_id) where state <> 'rejected';
create index claims_by_milestone on referral.milestone_claims (milestone_id);
create index claims_by_member on referral.milestone_claims (member_id, claimed_at desc);
create unique index one_claim_per_item on referral.milestone_claims (item_id);
create index claims_by_decision on referral.milestone_claims (decided_at);
alter table referral.milestone_claims enable row level security;

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone'));
