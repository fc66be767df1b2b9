/* Notes once what became of a renewal: the new contract, or why there is none. `already_decided` the second time. */
create or replace function invest.finish_renewal(p_investment bigint, p_renewed bigint, p_reason text, p_fault text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update invest.renewals set state = case when p_renewed is null then 'returned' else 'renewed' end, renewed_id = p_renewed, reason = p_reason, fault = left(p_fault, 500), done_at = p_at
   where investment_id = p_investment and state = 'due';
  if not found then perform core.refuse('already_decided'); end if;
end $$;
comment on function invest.finish_renewal is 'Notes what became of a renewal.';
