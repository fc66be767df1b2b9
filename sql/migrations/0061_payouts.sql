-- Up Migration
-- Payouts from EARNINGS (spec 4.4): hold, tax, instalments that are due, and the rest to the member's bank.

create table payout.bank_files (
  id uuid primary key default uuidv7(),
  reference text not null constraint bank_file_references_are_unique unique,
  method_id uuid not null references funding.methods on delete restrict,
  currency text not null references core.currencies on delete restrict,
  lines integer not null constraint a_bank_file_has_lines check (lines > 0),
  sum bigint not null constraint bank_file_sum_is_positive check (sum > 0),
  made_by bigint not null references identity.staff on delete restrict,
  made_at timestamptz not null
);
comment on table payout.bank_files is 'Files for the operator''s bank: which payouts were sent together, from which account. What they say follows from their payouts.';
comment on column payout.bank_files.sum is 'Minor units.';
create index bank_files_by_time on payout.bank_files (made_at desc, id desc);
create index bank_files_by_method on payout.bank_files (method_id);
create index bank_files_by_currency on payout.bank_files (currency);
create index bank_files_by_maker on payout.bank_files (made_by);
alter table payout.bank_files enable row level security;

create table payout.payouts (
  id uuid primary key default uuidv7(),
  reference text not null constraint payout_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  account_id bigint not null references ledger.accounts on delete restrict,
  currency text not null references core.currencies on delete restrict,
  gross bigint not null constraint payout_gross_is_positive check (gross > 0 and gross <= 9000000000000000),
  tax bigint not null constraint payout_tax_is_not_negative check (tax >= 0),
  emi bigint not null constraint payout_emi_is_not_negative check (emi >= 0),
  bank bigint not null constraint payout_bank_part_is_not_negative check (bank >= 0),
  rule_id uuid references payout.tax_rules on delete restrict,
  requested_on date not null,
  due_on date not null,
  destination_id uuid not null references funding.destinations on delete restrict,
  hold_id uuid not null constraint one_payout_per_hold unique references ledger.holds on delete restrict,
  state text not null default 'pending' constraint payout_state_is_known check (state in ('pending', 'approved', 'rejected', 'cancelled', 'sent', 'paid', 'returned', 'reversed')),
  reason text constraint payout_reason_is_bounded check (length(reason) <= 1000),
  journal_id bigint,
  posted_on date,
  file_id uuid references payout.bank_files on delete restrict,
  line_no integer constraint payout_lines_count_from_one check (line_no > 0),
  return_id bigint,
  reversal_id bigint,
  requested_at timestamptz not null,
  decided_at timestamptz,
  sent_at timestamptz,
  closed_at timestamptz,
  reversed_at timestamptz,
  constraint a_payout_is_the_whole check (gross = tax + emi + bank),
  constraint tax_at_payout_names_its_rule check (tax = 0 or rule_id is not null),
  constraint a_decided_payout_says_when check ((state = 'pending') = (decided_at is null)),
  constraint a_payout_that_was_approved_names_its_journal check ((state in ('pending', 'rejected', 'cancelled')) = (journal_id is null) and (journal_id is null) = (posted_on is null)),
  constraint a_sent_payout_stands_in_a_file check ((file_id is null) = (line_no is null) and (file_id is null) = (sent_at is null) and (bank = 0 or state not in ('sent', 'paid', 'returned') or file_id is not null)),
  constraint nothing_to_send_is_paid_at_once check (bank > 0 or (state not in ('approved', 'sent', 'returned') and file_id is null)),
  constraint a_returned_payout_names_its_journal check (state <> 'returned' or return_id is not null),
  constraint a_reversed_payout_says_when check ((state = 'reversed') = (reversed_at is not null) and (reversed_at is null) = (reversal_id is null)),
  constraint a_line_pays_one_payout unique (file_id, line_no)
);
comment on table payout.payouts is 'Earnings on their way to a bank, minor units. What is withheld, what pays instalments and what is sent is computed and frozen when it is asked for.';
comment on column payout.payouts.requested_on is 'Business date of the operator on which it was asked for: its tax rule and tax year.';
comment on column payout.payouts.due_on is 'Business date of the network on which it was asked for: instalments due until then are paid.';
comment on column payout.payouts.posted_on is 'Value date of its debit: the quarter of its tax, in which it can be reversed.';
create index payouts_by_member on payout.payouts (member_id, requested_at desc, id desc);
create index payouts_by_state on payout.payouts (state, requested_at desc, id desc);
create index payouts_to_send on payout.payouts (currency, requested_at, id) where state = 'approved';
create index payouts_by_decision on payout.payouts (currency, decided_at) where state in ('approved', 'sent', 'paid');
create index payouts_by_account on payout.payouts (account_id);
create index payouts_by_currency on payout.payouts (currency);
create index payouts_by_rule on payout.payouts (rule_id) where rule_id is not null;
create index payouts_by_destination on payout.payouts (destination_id);
create index payouts_by_posting on payout.payouts (posted_on) where posted_on is not null;
alter table payout.payouts enable row level security;

create table payout.parts (
  payout_id uuid not null references payout.payouts on delete restrict,
  booking_id uuid not null references ev.bookings on delete restrict,
  amount bigint not null constraint payout_part_is_positive check (amount > 0 and amount <= 9000000000000000),
  constraint a_payout_pays_a_booking_once primary key (payout_id, booking_id)
);
comment on table payout.parts is 'What of a payout pays instalments of which booking, minor units. Reserved in the booking until the payout is decided.';
create index parts_by_booking on payout.parts (booking_id);
alter table payout.parts enable row level security;

alter table ev.bookings add column reserved bigint not null default 0;
alter table ev.bookings add constraint what_is_reserved_is_outstanding check (reserved >= 0 and reserved <= price - external - emi);
comment on column ev.bookings.reserved is 'What payouts that wait for their decision will pay: nobody else pays it meanwhile.';

alter table ev.payments drop constraint payment_source_is_known;
alter table ev.payments add constraint payment_source_is_known check (source in ('external', 'emi', 'payout'));
comment on column ev.payments.cause is 'What own money came from: the payment that opened the booking, a pair, or a payout.';

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout'));
