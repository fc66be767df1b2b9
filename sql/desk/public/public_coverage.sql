/* Coverage, for everybody (spec 2.5). */
create or replace function desk.public_coverage() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('currencies', desk.json_coverage(n.now), 'as_of', n.now) || desk.json_reconciled() from (select core.business_now() as now) n
$$;
comment on function desk.public_coverage is 'Coverage, for everybody.';
