/* What a member's contracts in force will still earn until they end, in one currency's minor units. Days come from accrual rows. */
create or replace function invest.still_to_come(p_member bigint, p_currency text) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(i.total - invest.earned_until(i.accrual_rate, coalesce((select a.k from invest.accruals a where a.investment_id = i.id order by a.k desc limit 1), 0))), 0)::bigint
    from invest.investments i where i.member_id = p_member and i.state = 'active' and i.currency = p_currency
$$;
comment on function invest.still_to_come is 'What a member''s contracts in force will still earn.';
