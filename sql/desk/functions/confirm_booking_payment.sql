/* Confirms a payment with what follows from it: the commission of whoever referred the payer, once per payment, held while the sale can still
   be cancelled; Active Buyer and the unit. Refuses as ev.confirm_payment. */
create or replace function desk.confirm_booking_payment(p_payment uuid, p_actor bigint, p_on date, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_payment ev.payments := ev.confirm_payment(p_payment, p_on, desk.network_date(p_at), p_actor, p_at);
  v_booking ev.bookings;
begin
  select * into v_booking from ev.bookings where id = v_payment.booking_id;
  perform referral.earn(v_booking.member_id, 'ev_payment', v_payment.id, v_booking.reference, v_booking.currency, v_payment.amount, core.setting('ev_referral_percent')::numeric, p_on, p_at, false,
    case when (desk.sale_figures(p_at)).cooling > 0 then 'cooling_off' end);
  perform desk.follow_payments(v_booking.member_id, p_at);
  perform desk.mail_booking('booking_paid', v_booking.id, v_payment.id, null);
end $$;
comment on function desk.confirm_booking_payment is 'Confirms a payment with what follows from it.';
