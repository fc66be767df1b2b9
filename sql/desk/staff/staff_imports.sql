-- owner: reader
/* Imports of companies from elsewhere, newest first, and the methods that can hold what a new one brings. */
create or replace function desk.staff_imports(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_limit integer := core.page_size(p_limit);
  v_after record := desk.read_cursor(p_cursor);
  v_rows office.imports[];
begin
  select array_agg(x order by x.made_at desc, x.id desc) into v_rows
    from (select i.* from office.imports i where v_after.at is null or (i.made_at, i.id) < (v_after.at, v_after.id) order by i.made_at desc, i.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_import(i) order by i.made_at desc, i.id desc) from unnest(v_rows[1:v_limit]) i), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).made_at, (v_rows[v_limit]).id) end,
    'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'currency', m.currency) order by m.currency, m.name), '[]') from funding.methods m));
end $$;
comment on function desk.staff_imports is 'Imports of companies from elsewhere.';
