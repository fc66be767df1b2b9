/* Cancels a booking with what follows from it: EMI money back to its reserve, commissions on what is refunded taken back, Active Buyer and the
   unit. What was approved is what is carried out: `payload_changed` when a payment came in between. Every account is locked in one step,
   after member, booking and queue. Refuses as ev.cancel_booking. */
create or replace function desk.carry_out_cancellation(p_request approval.requests, p_actor bigint, p_on date, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_booking ev.bookings := ev.lock_booking((p_request).subject_id);
  v_sources uuid[] := array(select p.id from ev.payments p where p.booking_id = v_booking.id and p.source = 'external' and p.state = 'confirmed' order by p.id);
begin
  if (p_request).payload ->> 'external' is distinct from core.format_amount(v_booking.external, v_booking.currency) or (p_request).payload ->> 'emi' is distinct from core.format_amount(v_booking.emi, v_booking.currency) then
    perform core.refuse('payload_changed');
  end if;
  perform ledger.lock_accounts(referral.clawback_accounts('ev_payment', v_sources) || ledger.wallet(v_booking.member_id, 'EMI_RESERVE', v_booking.currency)
    || ledger.operator_account('customer_advances:held', v_booking.currency) || ledger.operator_account('customer_advances:external', v_booking.currency)
    || ledger.operator_account('clawback_receivable', v_booking.currency) || ledger.operator_account('clawback_contra', v_booking.currency));
  perform referral.claw_back('ev_payment', s, p_on, p_actor, p_at) from unnest(v_sources) s;
  perform ev.cancel_booking(v_booking.id, p_on, p_actor, p_at);
  perform desk.follow_payments(v_booking.member_id, p_at);
  perform desk.mail_booking('booking_cancelled', v_booking.id, null, null);
end $$;
comment on function desk.carry_out_cancellation is 'Cancels a booking with what follows from it.';
