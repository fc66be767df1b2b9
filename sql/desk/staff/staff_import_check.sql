/* Asks for a large draft to be checked once more: the books have changed since. Refuses `import_closed`, `not_found`. */
create or replace function desk.staff_import_check(p_token text, p_import uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_check', p_key, jsonb_build_array(p_import));
  if v_known is not null then return v_known; end if;
  perform office.lock_import(p_import, 'draft');
  perform desk.import_touched(p_import, v_caller.actor_id, v_at);
  return ledger.keep_outcome(v_caller.actor_id, 'import_check', p_key, jsonb_build_object('import', p_import));
end $$;
comment on function desk.staff_import_check is 'Asks for a large draft to be checked once more.';
