/* Claims and writes one part of a run, whole or not at all; any number of workers may call it, any of them may be killed. When the
   part as a whole cannot be written, its contracts are written one by one and the one that fails is parked with the reason, so that
   one bad contract never stops the rest. The last part finishes the run. Without a time zone, parts of any. Counts are rows written, rows posted, contracts matured. */
create or replace function invest.accrue_chunk(p_as_of date, p_timezone text, p_at timestamptz, out claimed boolean, out rows_written integer, out posted integer, out matured bigint[], out parked integer, out parts_left integer)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_chunk invest.accrual_chunks;
  v_id bigint;
  v_part record;
  v_state text;
  v_error text;
begin
  rows_written := 0; posted := 0; matured := '{}'; parked := 0;
  select * into v_chunk from invest.accrual_chunks c where c.as_of = p_as_of and (p_timezone is null or c.timezone = p_timezone) and not c.done order by c.timezone, c.chunk limit 1 for update skip locked;
  claimed := found;
  if claimed then
    begin
      select * into v_part from invest.accrue_range(p_as_of, v_chunk.timezone, v_chunk.chunk, v_chunk.from_id, v_chunk.to_id, p_at);
      rows_written := v_part.rows_written; posted := v_part.posted; matured := v_part.matured;
    exception when others then
      get stacked diagnostics v_state = returned_sqlstate, v_error = message_text;
      -- A lost lock or a cancelled call says nothing about the contracts: whoever calls again will do it.
      if v_state like '40%' or v_state like '57%' or v_state like '53%' then raise; end if;
      -- The wallets again (what the failed part locked is free), and the treasury's row last, as everybody does.
      perform ledger.lock_accounts(array(select unnest(array[i.interest_account_id, i.invested_account_id, i.deposit_account_id]) from invest.investments i
        where i.id between v_chunk.from_id and v_chunk.to_id and i.timezone = v_chunk.timezone and i.state = 'active' and i.parked_reason is null));
      perform ledger.end_hold(r.hold_id, 'released', p_at) from invest.accrual_reserves r where r.timezone = v_chunk.timezone and r.as_of = p_as_of and r.chunk = v_chunk.chunk;
      delete from invest.accrual_reserves r where r.timezone = v_chunk.timezone and r.as_of = p_as_of and r.chunk = v_chunk.chunk;
      for v_id in select i.id from invest.investments i where i.id between v_chunk.from_id and v_chunk.to_id and i.timezone = v_chunk.timezone and i.state = 'active' and i.parked_reason is null order by i.id loop
        begin
          select * into v_part from invest.accrue_range(p_as_of, v_chunk.timezone, v_chunk.chunk, v_id, v_id, p_at);
          rows_written := rows_written + v_part.rows_written; posted := posted + v_part.posted; matured := matured || v_part.matured;
        exception when others then
          get stacked diagnostics v_state = returned_sqlstate, v_error = message_text;
          if v_state like '40%' or v_state like '57%' or v_state like '53%' then raise; end if;
          update invest.investments set parked_reason = left(v_state || ' ' || v_error, 500) where id = v_id;
          parked := parked + 1;
        end;
      end loop;
    end;
    update invest.accrual_chunks c set done = true, rows_written = accrue_chunk.rows_written where c.timezone = v_chunk.timezone and c.as_of = p_as_of and c.chunk = v_chunk.chunk;
  end if;
  select count(*) into parts_left from invest.accrual_chunks c where c.as_of = p_as_of and (p_timezone is null or c.timezone = p_timezone) and not c.done;
  update invest.accrual_runs r set state = 'finished', finished_at = p_at
   where r.as_of = p_as_of and r.state = 'running' and not exists (select from invest.accrual_chunks c where c.timezone = r.timezone and c.as_of = r.as_of and not c.done);
end $$;
comment on function invest.accrue_chunk is 'Claims and writes one part of a run.';
