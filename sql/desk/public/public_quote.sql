/* What an amount would earn under a plan on sale today, for a visitor. Refuses `invalid_amount`, `below_minimum`, `above_maximum`, `not_active`. */
create or replace function desk.public_quote(p_plan uuid, p_amount text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_sold record := desk.sold_version(p_plan, v_at);
begin
  return desk.json_quote(v_sold.plan, v_sold.version, core.parse_amount(p_amount, (v_sold.plan).currency), v_at);
end $$;
comment on function desk.public_quote is 'What an amount would earn under a plan on sale today, for a visitor.';
