/* Whether a payment from outside may be made, minor units: while the booking stands, never above what is outstanding and not reserved by a payout (`exceeds_outstanding`),
   the first at least the setting booking_first_minimum, later ones at least booking_minimum or what is outstanding (`below_minimum`).
   `not_active` when it was cancelled. */
create or replace function ev.check_payment(p_booking ev.bookings, p_amount bigint) returns void
language plpgsql stable set search_path = '' as $$
declare v_least bigint := core.setting_amount(case when (p_booking).opened_at is null then 'booking_first_minimum' else 'booking_minimum' end, (p_booking).currency);
begin
  if (p_booking).cancelled_at is not null then perform core.refuse('not_active', 'booking'); end if;
  if p_amount > (p_booking).outstanding - (p_booking).reserved then
    perform core.refuse('exceeds_outstanding', 'amount', jsonb_build_object('outstanding', core.format_amount((p_booking).outstanding - (p_booking).reserved, (p_booking).currency), 'currency', (p_booking).currency));
  end if;
  if (p_booking).opened_at is not null then v_least := least(v_least, (p_booking).outstanding - (p_booking).reserved); end if;
  if p_amount < v_least then
    perform core.refuse('below_minimum', 'amount', jsonb_build_object('minimum', core.format_amount(v_least, (p_booking).currency), 'currency', (p_booking).currency));
  end if;
end $$;
comment on function ev.check_payment is 'Whether a payment from outside may be made.';
