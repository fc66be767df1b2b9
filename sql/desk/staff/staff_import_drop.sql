/* Drops a draft: its lines are taken out. One that waits for a decision is taken back first. Refuses `import_closed`, `not_found`. */
create or replace function desk.staff_import_drop(p_token text, p_import uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_drop', p_key, jsonb_build_array(p_import));
  if v_known is not null then return v_known; end if;
  perform office.lock_import(p_import, 'draft');
  perform office.drop_import_runs(p_import, v_at);
  perform office.end_import(p_import, 'dropped', v_at);
  perform audit.write(v_at, v_caller, 'import_drop', 'import', p_import::text);
  return ledger.keep_outcome(v_caller.actor_id, 'import_drop', p_key, jsonb_build_object('import', p_import));
end $$;
comment on function desk.staff_import_drop is 'Drops a draft.';
