/* The files of a draft have changed: what was being checked is not it any more, and a large one is checked anew. */
create or replace function desk.import_touched(p_import uuid, p_staff bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
begin
  if office.import_is_large(p_import) then perform office.ask_import_run(p_import, null, p_staff, p_at); else perform office.drop_import_runs(p_import, p_at); end if;
end $$;
comment on function desk.import_touched is 'The files of a draft have changed.';
