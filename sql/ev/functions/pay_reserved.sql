/* What a payout had reserved of a booking is paid: the payout's journal has moved the money to customer_advances:held already. Amount in minor units. Call it with the
   booking's row locked. Refuses `booking_changed` when it was cancelled meanwhile. */
create or replace function ev.pay_reserved(p_booking uuid, p_amount bigint, p_journal bigint, p_payout uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update ev.bookings set emi = emi + p_amount, reserved = reserved - p_amount where id = p_booking and cancelled_at is null;
  if not found then perform core.refuse('booking_changed'); end if;
  insert into ev.payments (booking_id, source, amount, state, journal_id, cause, submitted_at, decided_at) values (p_booking, 'payout', p_amount, 'confirmed', p_journal, p_payout, p_at, p_at);
end $$;
comment on function ev.pay_reserved is 'What a payout had reserved of a booking is paid.';
