/* Ends a hold, exactly once: captured (a journal follows), released or expired. False when it had ended before. */
create or replace function ledger.end_hold(p_hold uuid, p_state text, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update ledger.holds set state = p_state, ended_at = p_at where id = p_hold and state = 'open';
  return found;
end $$;
comment on function ledger.end_hold is 'Ends a hold, once.';
