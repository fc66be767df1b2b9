-- Up Migration
-- A commission whose sale is cancelled goes back to the treasury that paid it (spec 4.1, 4.3).

alter table treasury.items drop constraint item_state_is_known;
alter table treasury.items add constraint item_state_is_known check (state in ('awaiting', 'posted', 'withdrawn'));
comment on column treasury.items.state is 'Withdrawn: its source was cancelled before it was paid.';

create index items_cooling_off on treasury.items (id) where hold_reason = 'cooling_off';

create table referral.clawbacks (
  commission_id bigint primary key references referral.commissions on delete restrict,
  unpaid bigint not null constraint clawback_unpaid_is_not_negative check (unpaid >= 0),
  returned bigint not null constraint clawback_returned_is_not_negative check (returned >= 0),
  owed bigint not null constraint clawback_owed_is_not_negative check (owed >= 0),
  journal_id bigint,
  taken_at timestamptz not null,
  constraint a_clawback_takes_something check (unpaid + returned + owed > 0),
  constraint a_clawback_of_paid_money_names_its_journal check ((journal_id is null) = (returned + owed = 0)),
  constraint what_was_never_paid_is_not_returned check (unpaid = 0 or returned + owed = 0)
);
comment on table referral.clawbacks is 'Commissions taken back, minor units: never paid, returned from EARNINGS, or owed because EARNINGS had no more.';
alter table referral.clawbacks enable row level security;

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel'));
