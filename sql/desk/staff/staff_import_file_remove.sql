/* Takes one file out of a draft. Refuses as office.remove_import_file. */
create or replace function desk.staff_import_file_remove(p_token text, p_import uuid, p_kind text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_file_remove', p_key, jsonb_build_array(p_import, p_kind));
  if v_known is not null then return v_known; end if;
  perform office.remove_import_file(p_import, p_kind);
  perform desk.import_touched(p_import, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'import_file_remove', 'import', p_import::text, null, jsonb_build_object('kind', p_kind));
  return ledger.keep_outcome(v_caller.actor_id, 'import_file_remove', p_key, jsonb_build_object('import', p_import));
end $$;
comment on function desk.staff_import_file_remove is 'Takes one file out of a draft.';
