/* What follows a change of what proves a person: withdrawals of a member pause (when it is asked for), a mail says what and until when, and
   it stands in the audit log. */
create or replace function desk.tell_security(p_caller identity.caller, p_what text, p_pauses boolean) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_until timestamptz;
begin
  if (p_caller).audience = 'member' then
    if p_pauses then v_until := identity.pause_withdrawals((p_caller).actor_id, v_at); end if;
    perform outbox.mail_member('security_changed', (p_caller).actor_id, jsonb_build_object('what', p_what, 'at', v_at, 'withdrawals_from', v_until));
  else
    perform outbox.mail('security_changed', s.email, s.language, jsonb_build_object('first_name', s.name, 'what', p_what, 'at', v_at)) from identity.staff s where s.id = (p_caller).actor_id;
  end if;
  perform audit.write(v_at, p_caller, p_what, (p_caller).audience, (p_caller).actor_id::text);
end $$;
comment on function desk.tell_security is 'What follows a change of what proves a person.';
