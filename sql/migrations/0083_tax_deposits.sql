-- Up Migration
-- Withheld tax is paid over to the authority, quarter by quarter, with the reference of each payment (spec 2.3, 4.4).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'tax_deposit'));

-- Not every regime knows a code: a statement of tax has none.
alter table payout.tax_rules alter column payment_code drop not null;
comment on column payout.tax_rules.payment_code is 'Code under which the tax is deposited, null where there is none: to be verified before filing.';
-- The first rules said "none" in words. A rule never changes otherwise.
alter table payout.tax_rules disable trigger user;
update payout.tax_rules set payment_code = null where payment_code = 'none';
alter table payout.tax_rules enable trigger user;

create table payout.deposits (
  id uuid primary key default uuidv7(),
  request_id uuid not null references approval.requests on delete restrict constraint a_request_deposits_once unique,
  quarter_on date not null constraint a_quarter_begins_on_its_first_day check (extract(month from quarter_on) in (1, 4, 7, 10) and extract(day from quarter_on) = 1),
  rule_id uuid not null references payout.tax_rules on delete restrict,
  currency text not null references core.currencies on delete restrict,
  amount bigint not null constraint deposited_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  method_id uuid not null references funding.methods on delete restrict,
  reference text not null constraint a_payment_reference_stands_once unique constraint payment_reference_is_bounded check (length(reference) between 1 and 80),
  paid_on date not null,
  journal_id bigint not null,
  deposited_at timestamptz not null,
  constraint tax_is_deposited_after_it_is_withheld check (paid_on >= quarter_on)
);
comment on table payout.deposits is 'Tax of a quarter that was paid over to the authority, minor units. Never changed.';
comment on column payout.deposits.rule_id is 'A rule of its regime, form and code: what rules share these is paid over together.';
comment on column payout.deposits.reference is 'The authority''s reference of the payment, as a challan number.';
comment on column payout.deposits.paid_on is 'Day of the payment: the value date in the books.';
create index deposits_by_quarter on payout.deposits (quarter_on);
create index deposits_by_rule on payout.deposits (rule_id);
create index deposits_by_currency on payout.deposits (currency);
create index deposits_by_method on payout.deposits (method_id);
alter table payout.deposits enable row level security;
