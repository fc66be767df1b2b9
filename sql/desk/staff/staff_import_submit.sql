/* Asks for a draft to be posted: always two people, whatever it adds up to. The request names the hash of all that will be posted, and what it adds up to. Refuses `import_closed`, `import_faulty`
   (params.count), `not_found`; and `import_unchecked` when it is large and the worker has not checked these very lines. What a check found stands as it was then: everything is looked at once more when it is posted. */
create or replace function desk.staff_import_submit(p_token text, p_import uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_import office.imports;
  v_count bigint;
  v_kind text;
  v_line text;
  v_hash text;
  v_check office.import_runs;
  v_totals jsonb;
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_submit', p_key, jsonb_build_array(p_import));
  if v_known is not null then return v_known; end if;
  v_import := office.lock_import(p_import, 'draft');
  v_hash := office.import_hash(v_import);
  if office.import_is_large(p_import) then
    select * into v_check from office.import_runs r where r.import_id = p_import and r.kind = 'check' order by r.asked_at desc, r.id desc limit 1;
    if v_check.state is distinct from 'finished' or v_check.hash <> v_hash then perform core.refuse('import_unchecked'); end if;
    v_totals := v_check.totals;
    v_count := v_check.fault_count;
    v_kind := v_check.faults #>> '{0,file}';
    v_line := v_check.faults #>> '{0,line}';
  else
    v_totals := desk.import_totals(v_import);
    select f.kind, f.line::text, count(*) over () into v_kind, v_line, v_count from desk.import_errors(v_import) f order by f.kind, f.line limit 1;
  end if;
  if v_count > 0 then perform core.refuse('import_faulty', null, jsonb_build_object('count', v_count::text, 'file', v_kind, 'line', coalesce(v_line, ''))); end if;
  v_id := approval.open('company_import', v_import.id, v_import.reference, nullif(core.read_amount(v_totals ->> 'owed', v_import.currency), 0), v_import.currency, v_caller.actor_id, 'staff', null,
    jsonb_build_object('hash', v_hash, 'totals', v_totals), 2::smallint, v_at);
  perform office.submit_import(v_import.id, v_id, v_totals);
  perform audit.write(v_at, v_caller, 'import_submit', 'import', p_import::text);
  return ledger.keep_outcome(v_caller.actor_id, 'import_submit', p_key, jsonb_build_object('request', v_id));
end $$;
comment on function desk.staff_import_submit is 'Asks for a draft to be posted.';
