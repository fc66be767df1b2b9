/* Approves a payout with what follows from it: Active Buyer and the unit, where it pays instalments, and the mail; with nothing for the bank it has arrived already. Refuses as payout.approve_payout. */
create or replace function desk.carry_out_payout(p_payout uuid, p_actor bigint, p_on date, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare v_row payout.payouts := payout.approve_payout(p_payout, p_on, p_actor, p_at);
begin
  if v_row.emi > 0 then perform desk.follow_payments(v_row.member_id, p_at); end if;
  perform desk.alert_outflow(v_row.currency, p_at);
  perform desk.mail_payout('payout_' || v_row.state, p_payout);
end $$;
comment on function desk.carry_out_payout is 'Approves a payout with what follows from it.';
