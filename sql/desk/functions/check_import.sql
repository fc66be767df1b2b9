/* What a request for an import asks for, locked and looked at once more: refuses `import_changed` when its lines are not those that were submitted, `import_faulty` when something
   does not fit any more (params.count, and the first: params.file, params.line). Answers the import. */
create or replace function desk.check_import(p_request approval.requests) returns office.imports
language plpgsql volatile set search_path = '' as $$
declare
  v_import office.imports := desk.same_import(p_request);
  v_fault record;
begin
  select f.kind, f.line, count(*) over () as count into v_fault from desk.import_errors(v_import) f order by f.kind, f.line limit 1;
  if found then perform core.refuse('import_faulty', null, jsonb_build_object('count', v_fault.count::text, 'file', v_fault.kind, 'line', coalesce(v_fault.line::text, ''))); end if;
  return v_import;
end $$;
comment on function desk.check_import is 'An import looked at once more.';
