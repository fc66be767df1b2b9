/* For each treasury that can pay everything this run will credit (and for which nobody waits), holds each part's exact sum. */
create or replace function invest.reserve_run(p_as_of date, p_timezone text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare v_need record;
begin
  for v_need in
    select q.account_id, d.currency, d.total from (
      select i.currency, sum(invest.due_amount(i, r, p_as_of)) as total
        from invest.accrual_runs r join invest.accrual_chunks c on c.timezone = r.timezone and c.as_of = r.as_of and not c.done
        join invest.investments i on i.id between c.from_id and c.to_id and i.timezone = r.timezone
       where r.timezone = p_timezone and r.as_of = p_as_of and i.state = 'active' and i.parked_reason is null and not i.prefunded and i.start_on < p_as_of
       group by i.currency) d
    join treasury.queues q on q.name = 'returns' and q.currency = d.currency where d.total > 0 order by q.account_id
  loop
    perform from treasury.queues where account_id = v_need.account_id for no key update;
    if treasury.free_money(v_need.account_id) >= v_need.total and not exists (select from treasury.items where queue_id = v_need.account_id and state = 'awaiting') then
      insert into invest.accrual_reserves (timezone, as_of, chunk, queue_id, hold_id, amount)
      select p_timezone, p_as_of, d.chunk, v_need.account_id, ledger.place_hold(v_need.account_id, d.total, 'accrual_run', null, p_at), d.total
        from (select c.chunk, sum(invest.due_amount(i, r, p_as_of))::bigint as total
                from invest.accrual_runs r join invest.accrual_chunks c on c.timezone = r.timezone and c.as_of = r.as_of and not c.done
                join invest.investments i on i.id between c.from_id and c.to_id and i.timezone = r.timezone
               where r.timezone = p_timezone and r.as_of = p_as_of and i.state = 'active' and i.parked_reason is null and not i.prefunded and i.start_on < p_as_of and i.currency = v_need.currency
               group by c.chunk) d where d.total > 0;
    end if;
  end loop;
end $$;
comment on function invest.reserve_run is 'Holds what a run will pay, where its treasury can pay all of it.';
