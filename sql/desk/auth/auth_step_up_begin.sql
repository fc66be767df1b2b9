/* Mails a code bound to what is being done (purpose and context) and to this session. Who has an authenticator is asked for its code
   instead (`authenticator_in_use`), and staff who must have one set it up before they sign in (`authenticator_required`). */
create or replace function desk.auth_step_up_begin(p_token text, p_challenge uuid, p_purpose text, p_context text, p_mac text, p_sealed_code text, p_browser text, p_ip text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller;
  v_email text;
  v_language text;
  v_wait integer;
  v_part text[] := string_to_array(coalesce(p_context, ''), '|');
  v_props jsonb := jsonb_build_object('sealed_code', p_sealed_code, 'minutes', 10, 'purpose', p_purpose);
begin
  if p_purpose is null or p_purpose not in ('staff_login', 'withdrawal', 'destination', 'authenticator', 'email_change', 'passkey', 'passkey_removal', 'reopening') or v_part[1] is distinct from p_purpose then
    perform core.refuse('invalid_input', 'purpose');
  end if;
  v_caller := desk.step_up_caller(p_token, p_purpose);
  if identity.authenticator_in_use(v_caller.actor_id) is not null then
    perform core.refuse('authenticator_in_use');
  end if;
  if p_purpose = 'staff_login' and identity.staff_need_authenticator() then
    perform core.refuse('authenticator_required');
  end if;
  v_email := identity.email_of(v_caller);
  select p.language into v_language from (select m.language from identity.members m where v_caller.audience = 'member' and m.id = v_caller.actor_id
    union all select s.language from identity.staff s where v_caller.audience = 'staff' and s.id = v_caller.actor_id) p;
  v_wait := coalesce(identity.take_ticket('otp_begin_ip', coalesce(p_ip, ''), core.setting('otp_per_minute')::integer, interval '1 minute'),
                     identity.take_ticket('otp_step_up', v_email, core.setting('otp_per_minute')::integer, interval '1 minute'));
  if v_wait is not null then
    return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait);
  end if;
  if p_purpose = 'withdrawal' then
    v_props := v_props || jsonb_build_object('wallet', v_part[2], 'currency', v_part[3], 'amount', v_part[4], 'destination',
      (select d.label || ' ' || coalesce('…' || right(d.account_number, 4), left(d.address, 6) || '…' || right(d.address, 6)) from funding.destinations d where d.id::text = v_part[5] and d.member_id = v_caller.actor_id));
  elsif p_purpose = 'destination' then
    v_props := v_props || jsonb_build_object('destination', concat_ws(' ', v_part[2], v_part[3]));
  elsif p_purpose = 'email_change' then
    v_props := v_props || jsonb_build_object('email', v_part[2]);
  end if;
  v_wait := identity.open_challenge(p_challenge, v_email, p_purpose, p_context, p_mac, p_browser, v_caller.session_id, null);
  if v_wait is not null then
    return jsonb_build_object('refused', 'resend_too_soon', 'retry_after', v_wait);
  end if;
  perform outbox.mail('step_up_code', v_email, v_language, v_props, 'challenge:' || p_challenge);
  return jsonb_build_object('challenge', p_challenge, 'expires_at', clock_timestamp() + interval '10 minutes', 'resend_after', 60, 'sent_to', v_email);
end $$;
comment on function desk.auth_step_up_begin is 'Mails a code bound to what is being done.';
