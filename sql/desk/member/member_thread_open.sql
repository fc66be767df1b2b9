/* Opens a conversation with its first message; a grievance gets its clocks from the settings of this moment. Refuses as
   messaging.open_thread, messaging.write and messaging.attach, `key_reuse`. */
create or replace function desk.member_thread_open(p_token text, p_grievance boolean, p_subject text, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_zone text := core.setting('timezone');
  v_thread messaging.threads;
  v_answer jsonb;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'thread_open', p_key, jsonb_build_array(p_grievance, p_subject, p_body, p_sha256));
  if v_known is not null then return v_known; end if;
  if p_grievance is null then perform core.refuse('invalid_input', 'grievance'); end if;
  v_thread := messaging.open_thread(v_caller.actor_id, p_subject,
    case when p_grievance then messaging.working_deadline(v_at, core.setting('grievance_acknowledge_hours')::integer, core.setting('working_days'), v_zone) end,
    case when p_grievance then messaging.month_deadline(v_at, core.setting('grievance_resolve_months')::integer, v_zone) end, v_at);
  v_answer := desk.write_message(v_thread.id, v_caller, p_body, p_file, p_name, p_mime, p_bytes, p_sha256, v_at) || jsonb_build_object('reference', v_thread.reference);
  perform desk.mail_desk(v_thread.id, 1);
  if p_grievance then perform desk.mail_thread('grievance_received', v_thread.id, 'grievance_received:' || v_thread.id); end if;
  return ledger.keep_outcome(v_caller.actor_id, 'thread_open', p_key, v_answer);
end $$;
comment on function desk.member_thread_open is 'Opens a conversation with its first message.';
