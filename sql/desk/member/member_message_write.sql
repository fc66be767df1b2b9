/* Writes into a conversation of the caller's; a closed one is open again. Refuses as messaging.write and messaging.attach, `key_reuse`. */
create or replace function desk.member_message_write(p_token text, p_thread uuid, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_answer jsonb;
begin
  perform desk.own_thread(v_caller, p_thread);
  v_known := ledger.claim_key(v_caller.actor_id, 'message_write', p_key, jsonb_build_array(p_thread, p_body, p_sha256));
  if v_known is not null then return v_known; end if;
  v_answer := desk.write_message(p_thread, v_caller, p_body, p_file, p_name, p_mime, p_bytes, p_sha256, core.business_now());
  perform desk.mail_desk(p_thread, (v_answer ->> 'no')::integer);
  return ledger.keep_outcome(v_caller.actor_id, 'message_write', p_key, v_answer);
end $$;
comment on function desk.member_message_write is 'Writes into a conversation of the caller''s.';
