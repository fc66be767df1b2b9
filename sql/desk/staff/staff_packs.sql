-- owner: reader
/* Packs for outside auditors, newest first, each with the SHA-256 of its file. */
create or replace function desk.staff_packs(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'audit.pack');
  v_limit integer := core.page_size(p_limit);
  v_after record := desk.read_cursor(p_cursor);
  v_rows office.exports[];
begin
  select array_agg(x order by x.asked_at desc, x.id desc) into v_rows
    from (select e.* from office.exports e where e.report = 'audit_pack' and (v_after.at is null or (e.asked_at, e.id) < (v_after.at, v_after.id)) order by e.asked_at desc, e.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_export(e) || jsonb_build_object('sha256', encode(e.sha256, 'hex')) order by e.asked_at desc, e.id desc) from unnest(v_rows[1:v_limit]) e), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).asked_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_packs is 'Packs for outside auditors.';
