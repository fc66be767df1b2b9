/* Closes a conversation with a last message, which may be left out for a question. A grievance is resolved by it, so its member reads how
   (`note_required` otherwise). Refuses as messaging.close and messaging.write, `key_reuse`. */
create or replace function desk.staff_thread_close(p_token text, p_thread uuid, p_body text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_grievance boolean;
  v_body text := core.clean_text(p_body, 'body', 5000);
  v_no text;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'thread_close', p_key, jsonb_build_array(p_thread, p_body));
  if v_known is not null then return v_known; end if;
  select kind = 'grievance' into v_grievance from messaging.threads where id = p_thread;
  if v_grievance and v_body is null then perform core.refuse('note_required', 'body'); end if;
  if v_body is not null then
    v_no := desk.write_message(p_thread, v_caller, v_body, null, null, null, null, null, v_at) ->> 'no';
    perform desk.mail_thread(case when v_grievance then 'grievance_resolved' else 'message_received' end, p_thread, 'message:' || p_thread || ':' || v_no);
  end if;
  perform messaging.close(p_thread, v_at);
  perform audit.write(v_at, v_caller, 'thread_close', 'thread', p_thread::text);
  return ledger.keep_outcome(v_caller.actor_id, 'thread_close', p_key, jsonb_build_object('state', 'closed'));
end $$;
comment on function desk.staff_thread_close is 'Closes a conversation.';
