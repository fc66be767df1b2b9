/* Approves up to 500 requests in one call: `[{request, hash}]` as they were read. Each stands for itself: what is refused (decided meanwhile, changed, not
   covered, not this person's) is answered by name and undone, the others go on. Refuses `invalid_input` at requests when the list is none. */
create or replace function desk.staff_decide_batch(p_token text, p_requests jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.decide');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_one record;
  v_row approval.requests;
  v_result record;
  v_approved integer := 0;
  v_counted integer := 0;
  v_refused jsonb := '[]';
  v_detail text;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'decide_batch', p_key, p_requests);
  if v_known is not null then return v_known; end if;
  if jsonb_typeof(p_requests) is distinct from 'array' or jsonb_array_length(p_requests) not between 1 and 500
     or exists (select from jsonb_array_elements(p_requests) e where jsonb_typeof(e) <> 'object' or coalesce(e ->> 'request', '') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or coalesce(e ->> 'hash', '') !~ '^[0-9a-f]{64}$') then
    perform core.refuse('invalid_input', 'requests');
  end if;
  for v_one in
    select (e ->> 'request')::uuid as id, e ->> 'hash' as hash from jsonb_array_elements(p_requests) e left join approval.requests r on r.id = (e ->> 'request')::uuid
     order by desk.batch_place(r), r.id
  loop
    begin
      select * into v_row from approval.requests where id = v_one.id;
      if not found then perform core.refuse('not_found'); end if;
      if not desk.batch_kind(v_row.kind) then perform core.refuse('invalid_input', 'kind'); end if;
      v_result := desk.decide_one(v_caller, v_row, 'approve', null, v_one.hash, null, v_at);
      if v_result.state = 'approved' then v_approved := v_approved + 1; else v_counted := v_counted + 1; end if;
    exception when others then
      -- Only what is a refusal of ours: a lost connection or a lock is the whole call's.
      if sqlstate !~ '^CF' then raise; end if;
      get stacked diagnostics v_detail = pg_exception_detail;
      v_refused := v_refused || jsonb_build_object('request', v_one.id, 'reference', v_row.reference, 'code', sqlerrm, 'params', coalesce(v_detail::jsonb -> 'params', '{}'));
    end;
  end loop;
  return ledger.keep_outcome(v_caller.actor_id, 'decide_batch', p_key, jsonb_build_object('approved', v_approved, 'counted', v_counted, 'refused', v_refused));
end $$;
comment on function desk.staff_decide_batch is 'Approves up to 500 requests in one call.';
