/* A method as people see it. */
create or replace function desk.json_method(p_method funding.methods) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_method).id, 'name', (p_method).name, 'type', (p_method).type, 'currency', (p_method).currency, 'address', (p_method).address,
    'instructions', (p_method).instructions, 'details', (p_method).details, 'minimum', core.format_amount((p_method).minimum, (p_method).currency), 'active', (p_method).active)
$$;
comment on function desk.json_method is 'A method.';
