/* Keeps one file of a draft, in place of the one there was: its headings, and its lines as arrays of texts of which the first is the line's number. Nothing is judged
   yet but the headings. One statement, whatever the length. Refuses `import_closed`, `invalid_input` (kind, name, a line that is not as long as the
   headings), `import_columns` (params.context missing, unknown or twice, params.column), `import_empty`, `import_too_long` (20,000 lines). */
create or replace function office.keep_import_file(p_import uuid, p_kind text, p_name text, p_columns text[], p_rows jsonb, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_import office.imports := office.lock_import(p_import, 'draft');
  v_name text := core.clean_text(p_name, 'name', 200);
  v_wrong record;
begin
  if p_kind is null or not exists (select from office.import_columns() c where c.kind = p_kind) then perform core.refuse('invalid_input', 'kind'); end if;
  if v_name is null then perform core.refuse('invalid_input', 'name'); end if;
  select w.context, w.name into v_wrong from (
    select 1 as rank, 'missing' as context, c.name from office.import_columns() c where c.kind = p_kind and c.required and c.name <> all (coalesce(p_columns, '{}'))
    union all select 2, 'unknown', coalesce(u, '') from unnest(p_columns) u where u is null or not exists (select from office.import_columns() c where c.kind = p_kind and c.name = u)
    union all select 3, 'twice', u from unnest(p_columns) u group by u having count(*) > 1) w order by w.rank, w.name limit 1;
  if found then perform core.refuse('import_columns', 'file', jsonb_build_object('context', v_wrong.context, 'column', left(v_wrong.name, 40))); end if;
  if jsonb_typeof(p_rows) is distinct from 'array' then perform core.refuse('invalid_input', 'file'); end if;
  if jsonb_array_length(p_rows) = 0 then perform core.refuse('import_empty', 'file'); end if;
  if jsonb_array_length(p_rows) > 20000 then perform core.refuse('import_too_long', 'file', jsonb_build_object('most', '20000')); end if;
  if exists (select from jsonb_array_elements(p_rows) e where jsonb_typeof(e) <> 'array' or jsonb_array_length(e) <> cardinality(p_columns) + 1 or e ->> 0 !~ '^[0-9]{1,8}$') then perform core.refuse('invalid_input', 'file'); end if;
  delete from office.import_files f where f.import_id = p_import and f.kind = p_kind;
  insert into office.import_files (import_id, kind, name, rows, hash, uploaded_at)
  values (p_import, p_kind, v_name, jsonb_array_length(p_rows), sha256(convert_to(p_columns::text || p_rows::text, 'UTF8')), p_at);
  insert into office.import_rows (import_id, kind, line, cells)
  select p_import, p_kind, (e ->> 0)::integer, (select coalesce(jsonb_object_agg(c.name, btrim(v.value, E' \t\r\n')) filter (where btrim(v.value, E' \t\r\n') <> ''), '{}')
      from jsonb_array_elements_text(e - 0) with ordinality v (value, n) join unnest(p_columns) with ordinality c (name, n) on c.n = v.n)
    from jsonb_array_elements(p_rows) e;
end $$;
comment on function office.keep_import_file is 'Keeps one file of a draft.';
