/* A booking that was made elsewhere, with what was paid for it there: price and p_paid in minor units, p_paid may be 0. What was paid lies with the operator: one payment, confirmed at once, bank:operator ->
   customer_advances:external, with the booking's old reference as transfer. Its cause is the request under which it was imported. The instalments left (p_parts, p_day; both or none) begin in the month after p_on. Refuses `reference_taken`. Answers the booking. */
create or replace function ev.carry(p_member bigint, p_vehicle ev.vehicles, p_price bigint, p_paid bigint, p_parts integer, p_day integer, p_origin text, p_booked_at timestamptz, p_on date, p_cause uuid, p_actor bigint, p_at timestamptz) returns ev.bookings
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row ev.bookings;
  v_payment uuid := uuidv7();
  v_journal bigint;
begin
  insert into ev.bookings (reference, member_id, vehicle_id, vehicle_name, currency, price, parts, part_day, booked_at)
  values ('B-' || core.random_code(8), p_member, (p_vehicle).id, (p_vehicle).name, (p_vehicle).currency, p_price, p_parts, p_day, p_booked_at) returning * into v_row;
  if p_paid = 0 then return v_row; end if;
  v_journal := ledger.post('booking_payment', p_on, p_actor, v_payment,
    array[(ledger.operator_account('bank:operator', v_row.currency), p_paid, null)::ledger.line, (ledger.operator_account('customer_advances:external', v_row.currency), -p_paid, null)::ledger.line]);
  insert into ev.payments (id, booking_id, source, amount, transaction_reference, state, journal_id, cause, submitted_at, decided_at)
  values (v_payment, v_row.id, 'external', p_paid, p_origin, 'confirmed', v_journal, p_cause, p_at, p_at) on conflict (lower(transaction_reference)) where state in ('pending', 'confirmed') do nothing;
  if not found then perform core.refuse('reference_taken', 'reference'); end if;
  update ev.bookings b set external = p_paid, opened_at = p_at, first_payment = p_paid, first_due_on = ev.fix_schedule(v_row, p_paid, p_on) where b.id = v_row.id returning * into v_row;
  return v_row;
end $$;
comment on function ev.carry is 'A booking that was made elsewhere.';
