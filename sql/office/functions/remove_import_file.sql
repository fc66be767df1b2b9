/* Takes a file out of a draft, with its lines. Refuses `import_closed` and `not_found`. */
create or replace function office.remove_import_file(p_import uuid, p_kind text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform office.lock_import(p_import, 'draft');
  delete from office.import_files f where f.import_id = p_import and f.kind = p_kind;
  if not found then perform core.refuse('not_found', 'kind'); end if;
end $$;
comment on function office.remove_import_file is 'Takes a file out of a draft.';
