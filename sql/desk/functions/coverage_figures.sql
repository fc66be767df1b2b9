/* Coverage for a reading function: whole-company sums a member may see but not the rows behind them. */
create or replace function desk.coverage_figures(p_at timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$ select desk.json_coverage(p_at) $$;
comment on function desk.coverage_figures is 'Coverage for a reading function.';
