/* Ends a pending deposit without credit: rejected with a reason, or cancelled. */
create or replace function funding.close_deposit(p_deposit uuid, p_state text, p_reason text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update funding.deposits set state = p_state, reason = p_reason, decided_at = p_at where id = p_deposit and state = 'pending';
  if not found then
    perform core.refuse('already_decided');
  end if;
end $$;
comment on function funding.close_deposit is 'Ends a pending deposit without credit.';
