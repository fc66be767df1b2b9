/* Notes the browser of a sign-in with its session; from another one than those known so far, the person is told by mail. */
create or replace function desk.sign_in_device(p_session uuid, p_browser text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_session identity.sessions;
begin
  update identity.sessions set browser_hash = sha256(convert_to(coalesce(p_browser, ''), 'UTF8')) where id = p_session returning * into v_session;
  if v_session.actor_id is null or not identity.know_device(v_session.actor_id, v_session.browser_hash) then return; end if;
  perform outbox.mail('new_device', p.email, p.language, jsonb_build_object('first_name', p.first_name, 'user_agent', v_session.user_agent, 'ip', v_session.ip, 'at', v_session.created_at), 'device:' || p_session, case v_session.audience when 'member' then v_session.actor_id end)
     from (select email, language, first_name from identity.members where v_session.audience = 'member' and id = v_session.actor_id
           union all select email, language, name from identity.staff where v_session.audience = 'staff' and id = v_session.actor_id) p;
end $$;
comment on function desk.sign_in_device is 'Notes the browser of a sign-in, and tells of a new one.';
