/* Writes every missing day of the contracts in an id range: one accrual row each, one compound journal per currency and value date
   where the treasury's money is held for it (the journal names the hold, and all of them take exactly its sum), an item awaiting
   funding otherwise; zero days keep their row and post nothing. Then the principal of what has reached its end goes back,
   INVESTED -> DEPOSIT, with the end as value date; what is to be invested again is set aside there. */
create or replace function invest.accrue_range(p_as_of date, p_timezone text, p_chunk integer, p_from bigint, p_to bigint, p_at timestamptz, out rows_written integer, out posted integer, out matured bigint[])
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  v_run invest.accrual_runs;
  v_day date;
  v_range record;
  v_several boolean;
  v_batch record;
  v_reserve invest.accrual_reserves;
  v_journal bigint;
  v_end record;
begin
  rows_written := 0; posted := 0; matured := '{}';
  select * into v_run from invest.accrual_runs r where r.timezone = p_timezone and r.as_of = p_as_of;
  -- The last row is asked for here and not by invest.days_recorded, as in invest.accrue_begin.
  select least(min(case when i.touched_xid < v_run.previous_horizon then v_run.previous_on else i.start_on + coalesce((select a.k from invest.accruals a where a.investment_id = i.id order by a.k desc limit 1), 0) end), p_as_of) + 1 as day,
         bool_or(i.earmark_id is not null) as earmarks,
         bool_or(i.end_on <= p_as_of) as ends, min(i.currency) <> max(i.currency) or bool_or(i.prefunded) <> bool_and(i.prefunded) as kinds into v_range
    from invest.investments i where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active' and i.parked_reason is null and i.start_on < p_as_of;
  -- One journal locks its own accounts, in order. Before several, or before an earmark moves its treasury's row: all of them, wallets first.
  v_several := v_range.day < p_as_of or v_range.ends or v_range.earmarks or v_range.kinds;
  if v_several then
    perform ledger.lock_accounts(array(
      select i.interest_account_id from invest.investments i where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active' and i.parked_reason is null and i.start_on < p_as_of
      union select unnest(array[i.invested_account_id, i.deposit_account_id]) from invest.investments i where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active' and i.parked_reason is null and i.end_on <= p_as_of
      union select h.account_id from invest.investments i join ledger.holds h on h.id = i.earmark_id where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active'));
  end if;
  if v_range.earmarks then
    perform invest.draw_earmarks(p_as_of, p_timezone, p_from, p_to, p_at);
  end if;
  v_day := v_range.day;
  while v_day <= p_as_of loop
    for v_batch in
      select d.currency, d.prefunded, array_agg(d.id) as ids, array_agg(d.k) as ks, array_agg(d.credit) as credits, sum(d.credit)::bigint as total,
             count(*)::integer as rows, count(*) filter (where d.credit > 0)::integer as paid,
             array_agg((d.account_id, -d.credit, d.id)::ledger.line) filter (where d.credit > 0) as lines
        from (select i.id, i.currency, i.prefunded, i.interest_account_id as account_id, v_day - i.start_on as k,
                     (invest.earned_until(i.accrual_rate, v_day - i.start_on) - invest.earned_until(i.accrual_rate, v_day - i.start_on - 1))::bigint as credit
                from invest.investments i
               where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active' and i.parked_reason is null and i.start_on < v_day and i.end_on >= v_day
                 and (i.touched_xid < v_run.previous_horizon or (select a.k from invest.accruals a where a.investment_id = i.id and a.k = v_day - i.start_on) is null)
               order by i.id) d
       group by d.currency, d.prefunded
    loop
      v_journal := null;
      select r.* into v_reserve from invest.accrual_reserves r join treasury.queues q on q.account_id = r.queue_id
       where r.timezone = p_timezone and r.as_of = p_as_of and r.chunk = p_chunk and q.currency = v_batch.currency;
      if v_batch.total > 0 and (v_batch.prefunded or v_reserve.hold_id is not null) then
        -- The treasury's row comes last: its id is the highest, and every other part of the run waits for it.
        if v_several then
          perform ledger.end_hold(v_reserve.hold_id, 'captured', p_at);
        end if;
        v_journal := ledger.post('accrual', v_day, null, case when not v_batch.prefunded then v_reserve.hold_id end,
          array_prepend((treasury.queue('returns', v_batch.currency), v_batch.total, null)::ledger.line, v_batch.lines),
          p_hold => case when not v_several then v_reserve.hold_id end, p_at => p_at);
        posted := posted + v_batch.paid;
        if not v_batch.prefunded then
          update invest.accrual_reserves r set posted = coalesce(r.posted, 0) + v_batch.total where r.hold_id = v_reserve.hold_id;
        end if;
      end if;
      insert into invest.accruals (investment_id, k, amount, journal_id)
      select u.id, u.k, u.credit, case when u.credit > 0 then v_journal end from unnest(v_batch.ids, v_batch.ks, v_batch.credits) u (id, k, credit);
      rows_written := rows_written + v_batch.rows;
      if v_journal is null and v_batch.total > 0 then
        insert into treasury.items (queue_id, journal_kind, credit_account_id, amount, value_on, source_order, k, cause, recorded_at)
        select treasury.queue('returns', v_batch.currency), 'accrual', i.interest_account_id, u.credit, v_day, i.id, u.k, i.public_id, p_at
          from unnest(v_batch.ids, v_batch.ks, v_batch.credits) u (id, k, credit) join invest.investments i on i.id = u.id where u.credit > 0;
      end if;
    end loop;
    v_day := v_day + 1;
  end loop;
  -- Another sum than was held would be somebody else's money: the caller gives the hold back and lets the days wait in the queue.
  if exists (select from invest.accrual_reserves r where r.timezone = p_timezone and r.as_of = p_as_of and r.chunk = p_chunk and r.posted is distinct from r.amount) then
    raise exception 'part % of % would not post what is held for it', p_chunk, p_as_of;
  end if;

  for v_end in
    select i.currency, i.end_on, array_agg(i.id order by i.id) as ids, (select array_agg(l) from (
             select (x.invested_account_id, x.amount, x.id)::ledger.line as l from invest.investments x where x.id = any (array_agg(i.id))
             union all select (x.deposit_account_id, -x.amount, x.id)::ledger.line from invest.investments x where x.id = any (array_agg(i.id))) u) as lines
      from invest.investments i where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active' and i.parked_reason is null and i.end_on <= p_as_of
     group by i.currency, i.end_on order by i.end_on
  loop
    perform ledger.post('maturity', v_end.end_on, null, null, v_end.lines);
    update invest.investments set state = 'matured', matured_at = p_at where id = any (v_end.ids);
    perform invest.begin_renewals(v_end.ids, p_at);
    matured := matured || v_end.ids;
  end loop;
end $$;
comment on function invest.accrue_range is 'Writes every missing day of a range of contracts.';
