/* Has a worker start a job that failed afresh. Jobs are harmless to run twice, so this is too. Refuses `not_found` for a job that is gone. */
create or replace function desk.staff_job_retry(p_token text, p_job bigint, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'jobs.write');
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'job_retry', p_key, jsonb_build_array(p_job));
begin
  if v_known is not null then return v_known; end if;
  if p_job is null then perform core.refuse('not_found'); end if;
  perform outbox.enqueue('outbox__retry', jsonb_build_object('job', p_job::text));
  perform audit.write(core.business_now(), v_caller, 'job_retry', 'job', p_job::text);
  return ledger.keep_outcome(v_caller.actor_id, 'job_retry', p_key, '{"state": "asked"}');
end $$;
comment on function desk.staff_job_retry is 'Starts a job that failed afresh.';
