/* Takes an amount out of an earmark so that it can be posted in this transaction: the hold is captured and what is left is held
   anew. Answers the new hold, or null when nothing is left. Refuses `treasury_short` when the earmark does not hold as much. */
create or replace function treasury.draw_earmark(p_hold uuid, p_amount bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_hold ledger.holds;
begin
  select * into v_hold from ledger.holds where id = p_hold and state = 'open' for update;
  if not found or v_hold.amount < p_amount then
    perform core.refuse('treasury_short');
  end if;
  perform ledger.end_hold(p_hold, 'captured', p_at);
  if v_hold.amount = p_amount then
    return null;
  end if;
  return ledger.place_hold(v_hold.account_id, v_hold.amount - p_amount, 'earmark', v_hold.subject, p_at);
end $$;
comment on function treasury.draw_earmark is 'Takes an amount out of an earmark.';
