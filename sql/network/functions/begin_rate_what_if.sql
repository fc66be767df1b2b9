/* Begins a run of an investment plan's history under the rate of a draft: empties the copies, and in one statement copies the plan's contracts with the days they have recorded. */
create or replace function network.begin_rate_what_if(p_what_if uuid, p_at timestamptz) returns network.what_ifs
language plpgsql volatile security definer set search_path = '' as $$
declare v_row network.what_ifs;
begin
  truncate network.what_if_contracts, network.what_if_returns, network.what_if_earners;
  with copied as (
    insert into network.what_if_contracts (investment_id, member_id, amount, accrual_rate, start_on, days, recorded)
    select i.id, i.member_id, i.amount, i.accrual_rate, i.start_on, case i.state when 'active' then i.days else d.recorded end, d.recorded
      from network.what_ifs w join invest.plan_versions v on v.id = w.rate_version_id join invest.investments i on i.plan_id = v.plan_id
      cross join lateral (select coalesce((select a.k from invest.accruals a where a.investment_id = i.id order by a.k desc limit 1), 0) as recorded) d
     where w.id = p_what_if
    returning investment_id)
  update network.what_ifs w set state = 'running', as_of = p_at, last_count_id = c.last, at_count_id = 0, counts = c.all, counts_done = 0
    from (select coalesce(max(x.investment_id), 0) as last, count(*) as all from copied x) c
   where w.id = p_what_if
  returning w.* into v_row;
  return v_row;
end $$;
comment on function network.begin_rate_what_if is 'Begins a run of a plan''s history under another rate.';
