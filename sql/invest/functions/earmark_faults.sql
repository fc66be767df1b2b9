/* Law: what is still set aside for a pre-funded contract is what it will still be credited, and nothing is set aside for another one. Of
   some contracts, or of all. */
create or replace function invest.earmark_faults(p_contracts bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'an earmark is what is still to come', 'investment ' || i.id, s.due::text, coalesce(h.amount, 0)::text
    from invest.investments i
    cross join lateral (select case when i.prefunded and i.state = 'active' then i.total - invest.cumulative(i.amount, i.daily_rate, invest.days_recorded(i.id)) else 0 end as due) s
    left join ledger.holds h on h.id = i.earmark_id and h.state = 'open' and h.reason = 'earmark' and h.subject = i.public_id
   where (p_contracts is null or i.id = any (p_contracts)) and (i.prefunded or i.earmark_id is not null) and s.due <> coalesce(h.amount, 0)
$$;
comment on function invest.earmark_faults is 'Pre-funded contracts whose earmark is not what is still to come.';
