/* Locks an import and answers it. Refuses `not_found`, and `import_closed` when it is not in the state asked for. */
create or replace function office.lock_import(p_import uuid, p_state text) returns office.imports
language plpgsql volatile security definer set search_path = '' as $$
declare v_import office.imports;
begin
  perform from office.imports where id = p_import for no key update;
  select * into v_import from office.imports where id = p_import;
  if not found then perform core.refuse('not_found'); end if;
  if v_import.state <> p_state then perform core.refuse('import_closed', null, jsonb_build_object('state', v_import.state)); end if;
  return v_import;
end $$;
comment on function office.lock_import is 'Locks an import in a state.';
