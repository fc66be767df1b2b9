/* A member says that a payment for an own booking was made. Amount in minor units. It counts when staff have confirmed it. Refuses `not_found`
   (no such booking of this member), `invalid_input`, `reference_taken`, and as ev.check_payment. Answers the row. */
create or replace function ev.submit_payment(p_member bigint, p_booking uuid, p_amount bigint, p_transaction_reference text, p_at timestamptz) returns ev.payments
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_booking ev.bookings;
  v_row ev.payments;
  v_transaction text := core.clean_text(p_transaction_reference, 'transaction_reference', 120);
begin
  if v_transaction is null then perform core.refuse('invalid_input', 'transaction_reference'); end if;
  select * into v_booking from ev.bookings where id = p_booking and member_id = p_member;
  if not found then perform core.refuse('not_found', 'booking'); end if;
  perform ev.check_payment(v_booking, p_amount);
  insert into ev.payments (booking_id, source, amount, transaction_reference, submitted_at) values (p_booking, 'external', p_amount, v_transaction, p_at)
  on conflict (lower(transaction_reference)) where state in ('pending', 'confirmed') do nothing returning * into v_row;
  if v_row.id is null then perform core.refuse('reference_taken', 'transaction_reference'); end if;
  return v_row;
end $$;
comment on function ev.submit_payment is 'A member says that a payment was made.';
