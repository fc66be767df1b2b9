/* An import in one line: what it is of, how far it is, who made it. */
create or replace function desk.json_import(p_import office.imports) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_import).id, 'reference', (p_import).reference, 'currency', (p_import).currency, 'cutover_on', (p_import).cutover_on, 'deployed', core.format_amount((p_import).deployed, (p_import).currency),
    'method', (select m.name from funding.methods m where m.id = (p_import).method_id), 'state', (p_import).state, 'made_by', identity.person_name((p_import).made_by), 'made_at', (p_import).made_at, 'request', (p_import).request_id, 'ended_at', (p_import).ended_at,
    'files', (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name, 'rows', f.rows, 'hash', encode(f.hash, 'hex'), 'uploaded_at', f.uploaded_at) order by f.kind), '[]') from office.import_files f where f.import_id = (p_import).id))
$$;
comment on function desk.json_import is 'An import in one line.';
