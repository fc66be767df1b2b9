/* What a request for an import asks for, locked: refuses `import_changed` when its lines are not those that were submitted, `import_closed` when it does not wait. */
create or replace function desk.same_import(p_request approval.requests) returns office.imports
language plpgsql volatile set search_path = '' as $$
declare v_import office.imports := office.lock_import((p_request).subject_id, 'submitted');
begin
  if office.import_hash(v_import) <> (p_request).payload ->> 'hash' then perform core.refuse('import_changed'); end if;
  return v_import;
end $$;
comment on function desk.same_import is 'What a request for an import asks for, unchanged.';
