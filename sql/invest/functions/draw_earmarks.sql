/* Frees from their earmarks what pre-funded contracts of a range are about to be credited, so that it can be posted. */
create or replace function invest.draw_earmarks(p_as_of date, p_timezone text, p_from bigint, p_to bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_row record;
begin
  for v_row in
    select i.id, i.earmark_id, (invest.cumulative(i.amount, i.daily_rate, least(i.days, p_as_of - i.start_on)) - invest.cumulative(i.amount, i.daily_rate, invest.days_recorded(i.id)))::bigint as due
      from invest.investments i
     where i.id between p_from and p_to and i.timezone = p_timezone and i.state = 'active' and i.parked_reason is null and i.earmark_id is not null and i.start_on < p_as_of order by i.id
  loop
    if v_row.due > 0 then
      update invest.investments set earmark_id = treasury.draw_earmark(v_row.earmark_id, v_row.due, p_at) where id = v_row.id;
    end if;
  end loop;
end $$;
comment on function invest.draw_earmarks is 'Frees what pre-funded contracts are about to be credited.';
