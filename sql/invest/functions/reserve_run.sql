/* For each treasury that can pay everything this run will credit (and for which nobody waits), holds each part's exact sum. Parts,
   currencies and what is due (minor units) stand beside each other in the three arrays. */
create or replace function invest.reserve_run(p_as_of date, p_timezone text, p_parts integer[], p_currencies text[], p_due bigint[], p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare v_need record;
begin
  for v_need in
    select q.account_id, d.currency, d.total from (select u.currency, sum(u.due) as total from unnest(p_currencies, p_due) u (currency, due) group by u.currency) d
    join treasury.queues q on q.name = 'returns' and q.currency = d.currency where d.total > 0 order by q.account_id
  loop
    perform from treasury.queues where account_id = v_need.account_id for no key update;
    if treasury.free_money(v_need.account_id) >= v_need.total and not exists (select from treasury.items where queue_id = v_need.account_id and state = 'awaiting') then
      insert into invest.accrual_reserves (timezone, as_of, chunk, queue_id, hold_id, amount)
      select p_timezone, p_as_of, u.part, v_need.account_id, ledger.place_hold(v_need.account_id, u.due, 'accrual_run', null, p_at), u.due
        from unnest(p_parts, p_currencies, p_due) u (part, currency, due) where u.currency = v_need.currency and u.due > 0;
    end if;
  end loop;
end $$;
comment on function invest.reserve_run is 'Holds what a run will pay, where its treasury can pay all of it.';
