-- Up Migration
-- The operator takes its own money out of the client account: vehicle money and what lies above what is owed (spec 2.3).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'tax_deposit', 'staff_role', 'setting', 'suspension', 'manual_journal', 'journal_reversal', 'sweep'));

create table treasury.sweeps (
  id uuid primary key default uuidv7(),
  request_id uuid not null constraint a_request_sweeps_once unique,
  currency text not null references core.currencies on delete restrict,
  held bigint not null constraint swept_vehicle_money_is_not_negative check (held >= 0 and held <= 9000000000000000),
  own bigint not null constraint swept_own_money_is_not_negative check (own >= 0 and own <= 9000000000000000),
  bank_account_id bigint not null references ledger.accounts on delete restrict,
  journal_id bigint not null,
  swept_at timestamptz not null,
  constraint a_sweep_takes_something check (held + own > 0)
);
comment on table treasury.sweeps is 'Own money of the operator that left the client account, minor units. Never changed.';
comment on column treasury.sweeps.held is 'Vehicle money paid out of wallets: customer_advances:held -> customer_advances:external.';
comment on column treasury.sweeps.own is 'Fees and gains: what lay in the client accounts above everything that is owed.';
comment on column treasury.sweeps.bank_account_id is 'Client account it left; vehicle money that goes back to a member comes back into the latest one.';
create index sweeps_by_currency on treasury.sweeps (currency, swept_at);
create index sweeps_by_bank_account on treasury.sweeps (bank_account_id);
alter table treasury.sweeps enable row level security;
