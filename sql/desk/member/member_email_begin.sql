/* Begins a change of address, for a step-up bound to the new one: mails a code to it. Whether anybody has that address is not told before its
   mailbox is proven. A wrong code is returned, not raised: its attempt counts. */
create or replace function desk.member_email_begin(p_token text, p_email text, p_challenge uuid, p_mac text, p_browser text, p_new_challenge uuid, p_new_mac text, p_sealed_code text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_email text := identity.normal_email(p_email);
  v_wait integer;
  v_try record;
begin
  if v_email = identity.email_of(v_caller) then perform core.refuse('invalid_input', 'email'); end if;
  v_wait := identity.take_ticket('otp_begin_email', v_email, core.setting('otp_per_minute')::integer, interval '1 minute');
  if v_wait is not null then
    return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait);
  end if;
  select * into v_try from identity.try_challenge(p_challenge, 'email_change', 'email_change|' || v_email, p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  perform identity.open_challenge(p_new_challenge, v_email, 'email_confirm', 'email_confirm|' || v_email, p_new_mac, p_browser, v_caller.session_id, null);
  perform outbox.mail('step_up_code', v_email, m.language, jsonb_build_object('sealed_code', p_sealed_code, 'minutes', 10, 'purpose', 'email_confirm'), 'challenge:' || p_new_challenge)
     from identity.members m where m.id = v_caller.actor_id;
  return jsonb_build_object('outcome', 'begun', 'challenge', p_new_challenge, 'sent_to', v_email, 'expires_at', clock_timestamp() + interval '10 minutes');
end $$;
comment on function desk.member_email_begin is 'Begins a change of address.';
