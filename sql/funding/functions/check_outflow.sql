/* The breaker of a day's outflow: refuses `outflow_stopped` when this amount (minor units) would bring what leaves in 24 hours, all members
   together, above the operator's limit. One approval of a currency at a time: the sum is over other rows. */
create or replace function funding.check_outflow(p_currency text, p_amount bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_most bigint := core.setting_amount('outflow_most_per_day', p_currency);
  v_used bigint;
begin
  if v_most is null then return; end if;
  perform from core.currencies where code = p_currency for no key update;
  v_used := funding.outflow(p_currency, p_at);
  if v_used + p_amount > v_most then
    perform core.refuse('outflow_stopped', null, jsonb_build_object('most', core.format_amount(v_most, p_currency), 'left', core.format_amount(greatest(v_most - v_used, 0), p_currency), 'currency', p_currency));
  end if;
end $$;
comment on function funding.check_outflow is 'Refuses above the day''s outflow limit.';
