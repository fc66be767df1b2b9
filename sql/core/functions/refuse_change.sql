/* For append-only tables: refuses every update, delete and truncate, whoever asks. */
create or replace function core.refuse_change() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  perform core.refuse('immutable', null, jsonb_build_object('table', tg_table_schema || '.' || tg_table_name, 'operation', tg_op));
  return null;
end $$;
comment on function core.refuse_change is 'Trigger of append-only tables.';
