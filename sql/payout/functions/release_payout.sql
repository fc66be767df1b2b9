/* Ends a pending payout and gives back its hold and what it had reserved: rejected with a reason, or cancelled. */
create or replace function payout.release_payout(p_payout uuid, p_state text, p_reason text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_hold uuid;
begin
  update payout.payouts set state = p_state, reason = p_reason, decided_at = p_at, closed_at = p_at where id = p_payout and state = 'pending' returning hold_id into v_hold;
  if not found then perform core.refuse('already_decided'); end if;
  perform ev.reserve(p.booking_id, -p.amount) from payout.parts p where p.payout_id = p_payout;
  perform ledger.end_hold(v_hold, 'released', p_at);
end $$;
comment on function payout.release_payout is 'Gives a pending payout''s money back.';
