/* Asks for a draft to be posted: always two people, whatever it adds up to. The request names the hash of all that will be posted, and what it adds up to. Refuses `import_closed`, `import_faulty`
   (params.count), `not_found`. */
create or replace function desk.staff_import_submit(p_token text, p_import uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_import office.imports;
  v_fault record;
  v_totals jsonb;
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_submit', p_key, jsonb_build_array(p_import));
  if v_known is not null then return v_known; end if;
  v_import := office.lock_import(p_import, 'draft');
  select f.kind, f.line, count(*) over () as count into v_fault from desk.import_errors(v_import) f order by f.kind, f.line limit 1;
  if found then perform core.refuse('import_faulty', null, jsonb_build_object('count', v_fault.count::text, 'file', v_fault.kind, 'line', coalesce(v_fault.line::text, ''))); end if;
  v_totals := desk.import_totals(v_import);
  v_id := approval.open('company_import', v_import.id, v_import.reference, nullif(core.read_amount(v_totals ->> 'owed', v_import.currency), 0), v_import.currency, v_caller.actor_id, 'staff', null,
    jsonb_build_object('hash', office.import_hash(v_import), 'totals', v_totals), 2::smallint, v_at);
  perform office.submit_import(v_import.id, v_id, v_totals);
  perform audit.write(v_at, v_caller, 'import_submit', 'import', p_import::text);
  return ledger.keep_outcome(v_caller.actor_id, 'import_submit', p_key, jsonb_build_object('request', v_id));
end $$;
comment on function desk.staff_import_submit is 'Asks for a draft to be posted.';
