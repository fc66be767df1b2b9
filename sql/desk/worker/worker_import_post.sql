/* Posts a large import, whole or not at all, in this one call: its request is approved, carried out and executed together, and everything is looked at once more. What has become impossible ends the request with its reason, and the
   import is a draft again. When somebody who approved may not approve any more, the request stays open for somebody else. `state`: posted, impossible, or gone when there is nothing to do. */
create or replace function desk.worker_import_post(p_run uuid, p_attempt integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_run office.import_runs;
  v_request approval.requests;
  v_at timestamptz := core.business_now();
  v_detail text;
  v_problem jsonb;
begin
  select r.* into v_run from office.import_runs r where r.id = p_run and r.kind = 'post';
  -- The order of everybody who decides: the request, its import, its run.
  perform from approval.requests r where r.id = v_run.request_id for update;
  perform from office.imports i where i.id = v_run.import_id for no key update;
  v_run := office.lock_import_run(p_run, p_attempt);
  if v_run.id is null then return jsonb_build_object('state', 'gone'); end if;
  begin
    v_request := approval.begin_execution(v_run.request_id, v_at);
    if v_request.id is null then
      perform office.end_import_run(p_run, '{"code": "approver_gone", "params": {}}', null, null, v_at);
      return jsonb_build_object('state', 'impossible');
    end if;
    perform desk.carry_out_import(v_request, v_run.asked_by, v_at);
    perform approval.executed(v_request.id, v_at);
    perform office.end_import_run(p_run, null, null, null, v_at);
    perform audit.write(v_at, null, 'import_post', 'request', v_request.id::text, null, null, v_request.payload);
    -- What a check at the end of the transaction would refuse is refused here, where it can be told.
    set constraints all immediate;
    return jsonb_build_object('state', 'posted');
  exception when others then
    -- Only what is a refusal of ours is final: after a lost lock or connection the job comes again.
    if sqlstate !~ '^CF' then raise; end if;
    get stacked diagnostics v_detail = pg_exception_detail;
    v_problem := jsonb_build_object('code', sqlerrm, 'params', coalesce(v_detail::jsonb -> 'params', '{}'));
  end;
  perform desk.call_off_import(v_run, v_problem, v_at);
  return jsonb_build_object('state', 'impossible');
end $$;
comment on function desk.worker_import_post is 'Posts a large import.';
