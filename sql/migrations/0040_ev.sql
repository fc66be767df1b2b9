-- Up Migration
-- Vehicles, bookings and what is paid for them (spec 4.1).

create schema ev;
comment on schema ev is 'Vehicles, bookings, instalments, payments, units. What is paid for a vehicle, by whom, and what follows from it.';

create table ev.vehicles (
  id uuid primary key default uuidv7(),
  name text not null constraint vehicle_name_is_one_to_eighty check (length(name) between 1 and 80),
  price bigint not null constraint vehicle_price_is_positive check (price > 0 and price <= 9000000000000000),
  currency text not null references core.currencies on delete restrict,
  picture_id uuid,
  active boolean not null default true,
  created_at timestamptz not null
);
comment on table ev.vehicles is 'The catalogue. A booking copies name and price, so that a changed price changes no booking.';
comment on column ev.vehicles.price is 'Minor units.';
comment on column ev.vehicles.picture_id is 'Id of the picture in the file store.';
create unique index vehicle_names_are_unique on ev.vehicles (lower(name), currency);
create index vehicles_by_currency on ev.vehicles (currency);
alter table ev.vehicles enable row level security;

create table ev.bookings (
  id uuid primary key default uuidv7(),
  reference text not null constraint booking_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  vehicle_id uuid not null references ev.vehicles on delete restrict,
  vehicle_name text not null,
  currency text not null references core.currencies on delete restrict,
  price bigint not null constraint booking_price_is_positive check (price > 0 and price <= 9000000000000000),
  external bigint not null default 0 constraint booking_external_is_not_negative check (external >= 0),
  emi bigint not null default 0 constraint booking_emi_is_not_negative check (emi >= 0),
  paid bigint not null generated always as (external + emi) stored,
  outstanding bigint not null generated always as (price - external - emi) stored constraint a_booking_is_never_overpaid check (outstanding >= 0),
  parts integer constraint booking_parts_are_one_to_120 check (parts between 1 and 120),
  part_day integer constraint booking_day_is_of_a_month check (part_day between 1 and 31),
  first_payment bigint,
  first_due_on date,
  refund bigint constraint booking_refund_is_not_negative check (refund >= 0 and refund <= price),
  refund_reference text constraint booking_refund_reference_is_bounded check (length(refund_reference) between 1 and 120),
  booked_at timestamptz not null,
  opened_at timestamptz,
  cancelled_at timestamptz,
  refunded_at timestamptz,
  delivered_at timestamptz,
  constraint a_schedule_has_parts_and_a_day check ((parts is null) = (part_day is null)),
  constraint an_open_booking_names_its_first_payment check ((opened_at is null) = (first_payment is null)),
  constraint nothing_is_paid_before_the_first_payment check (opened_at is not null or paid = 0),
  constraint the_first_payment_stands_until_a_cancellation check (opened_at is null or cancelled_at is not null or external >= first_payment),
  constraint a_cancelled_booking_has_nothing_paid check (cancelled_at is null or paid = 0),
  constraint a_cancelled_booking_says_its_refund check ((cancelled_at is null) = (refund is null)),
  constraint a_refund_follows_a_cancellation check (refunded_at is null or coalesce(refund, 0) > 0),
  constraint a_refund_names_its_transfer check ((refunded_at is null) = (refund_reference is null)),
  constraint a_delivered_booking_is_paid check (delivered_at is null or outstanding = 0)
);
comment on table ev.bookings is 'One vehicle for one member. Amounts in minor units; paid and outstanding follow from price and the two kinds of money, so that they always add up to it. All of its money moves under this row''s lock.';
comment on column ev.bookings.external is 'Confirmed payments from the member''s bank, less what was given back.';
comment on column ev.bookings.emi is 'Taken from the member''s own EMI_RESERVE, less what was given back.';
comment on column ev.bookings.parts is 'Instalments asked for. The schedule is fixed with the first payment.';
comment on column ev.bookings.part_day is 'Day of the month on which they are due, clamped to the month''s end.';
comment on column ev.bookings.refund is 'Of a cancelled booking: what goes back to the payer''s bank.';
create index bookings_by_member on ev.bookings (member_id, booked_at desc, id desc);
create index bookings_by_vehicle on ev.bookings (vehicle_id);
create index bookings_by_currency on ev.bookings (currency);
create index bookings_by_time on ev.bookings (booked_at desc, id desc);
create index open_bookings_by_member on ev.bookings (member_id, opened_at, id) where opened_at is not null and cancelled_at is null and outstanding > 0;
create unique index refund_references_are_used_once on ev.bookings (lower(refund_reference)) where refund_reference is not null;
alter table ev.bookings enable row level security;

create table ev.instalments (
  booking_id uuid not null references ev.bookings on delete restrict,
  no integer not null constraint instalments_count_from_one check (no > 0),
  due_on date not null,
  amount bigint not null constraint instalment_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  before bigint not null constraint instalment_before_is_not_negative check (before >= 0),
  primary key (booking_id, no)
);
comment on table ev.instalments is 'What was agreed with the first payment, never changed. What of it is paid follows from the booking: oldest first, whatever the money''s source.';
comment on column ev.instalments.before is 'Sum of the instalments before this one, minor units.';
alter table ev.instalments enable row level security;

create table ev.payments (
  id uuid primary key default uuidv7(),
  booking_id uuid not null references ev.bookings on delete restrict,
  source text not null constraint payment_source_is_known check (source in ('external', 'emi')),
  amount bigint not null constraint payment_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  transaction_reference text constraint payment_transaction_reference_is_bounded check (length(transaction_reference) between 1 and 120),
  state text not null default 'pending' constraint payment_state_is_known check (state in ('pending', 'confirmed', 'rejected')),
  reason text constraint payment_reason_is_bounded check (length(reason) <= 1000),
  returned bigint not null default 0,
  journal_id bigint,
  cause uuid,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  constraint an_external_payment_names_its_transfer check ((source = 'external') = (transaction_reference is not null)),
  constraint a_confirmed_payment_names_its_journal check ((state = 'confirmed') = (journal_id is not null)),
  constraint a_decided_payment_says_when check ((state = 'pending') = (decided_at is null)),
  constraint own_money_is_confirmed_at_once check (source = 'external' or state = 'confirmed'),
  constraint only_confirmed_money_is_given_back check (returned >= 0 and returned <= case state when 'confirmed' then amount else 0 end)
);
comment on table ev.payments is 'Payments for bookings in minor units: what a member says was paid, confirmed when staff have seen it arrive, and what was taken from EMI_RESERVE.';
comment on column ev.payments.returned is 'What of it was given back, by a cancellation or because the earning it came from was reversed.';
comment on column ev.payments.cause is 'What EMI money came from: the payment that opened the booking, or a pair.';
-- A rejected claim frees the reference: the person may have mistyped the booking or the amount.
create unique index payment_references_are_used_once on ev.payments (lower(transaction_reference)) where state in ('pending', 'confirmed');
create index payments_by_booking on ev.payments (booking_id, submitted_at desc, id desc);
create index payments_by_cause on ev.payments (cause) where cause is not null;
alter table ev.payments enable row level security;

create table ev.units (
  member_id bigint not null references identity.members on delete restrict,
  generation integer not null constraint unit_generations_count_from_one check (generation > 0),
  reached_at timestamptz not null,
  due_at timestamptz not null,
  qualified_at timestamptz,
  reversed_at timestamptz,
  primary key (member_id, generation),
  constraint a_unit_cools_after_it_was_reached check (due_at >= reached_at),
  constraint a_unit_qualifies_after_cooling check (qualified_at >= due_at),
  constraint a_unit_is_reversed_after_it_was_reached check (reversed_at >= reached_at and reversed_at >= coalesce(qualified_at, reversed_at))
);
comment on table ev.units is 'The one unit a member counts for in the tree, by generation: reached with the qualifying amount, qualified after cooling-off with known identity, reversed when the payments fall below.';
create unique index one_standing_unit_per_member on ev.units (member_id) where reversed_at is null;
create index units_waiting on ev.units (due_at) where qualified_at is null and reversed_at is null;
alter table ev.units enable row level security;

create table ev.buyers (
  id bigint generated always as identity primary key,
  member_id bigint not null references identity.members on delete restrict,
  total bigint not null constraint buyer_total_is_positive check (total > 0),
  gained_at timestamptz not null,
  lost_at timestamptz,
  constraint a_buyer_loses_what_was_gained check (lost_at >= gained_at)
);
comment on table ev.buyers is 'When a member was an Active Buyer. Whether one is now follows from the payments; this is its history.';
comment on column ev.buyers.total is 'Net confirmed payments when it was gained, minor units of the network''s currency.';
create index buyers_by_member on ev.buyers (member_id, gained_at desc);
create unique index one_open_period_per_buyer on ev.buyers (member_id) where lost_at is null;
alter table ev.buyers enable row level security;
