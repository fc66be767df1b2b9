/* The next p_rows rows (at most 20,000) of a cursor that worker_pack_open has opened, as CSV: `text` ends each with a newline; `rows` below p_rows says that there are no more. Refuses `not_found` without such a cursor. A row's text form is CSV but for
   backslashes, which it doubles and CSV does not. */
create or replace function desk.worker_pack_read(p_cursor text, p_rows integer) returns jsonb
language plpgsql volatile security definer set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' as $$
declare
  v_cursor refcursor := p_cursor;
  v_row text;
  v_rows text[] := '{}';
begin
  if not exists (select from pg_catalog.pg_cursors c where c.name = nullif(p_cursor, '')) then perform core.refuse('not_found'); end if;
  for n in 1 .. least(greatest(coalesce(p_rows, 0), 1), 20000) loop
    fetch v_cursor into v_row;
    exit when not found;
    v_rows := v_rows || replace(substr(v_row, 2, length(v_row) - 2), '\\', '\');
  end loop;
  return jsonb_build_object('rows', cardinality(v_rows), 'text', case when cardinality(v_rows) > 0 then array_to_string(v_rows, E'\n') || E'\n' else '' end);
end $$;
comment on function desk.worker_pack_read is 'The next rows of a part of a pack.';
