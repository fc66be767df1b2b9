/* One attempt at a login code. Who logs in is read from the challenge's row. Staff get a session that can do nothing until the second
   step; an unknown email gets one that can only sign up. A browser that the person has not used before is told by mail. */
create or replace function desk.auth_verify(p_challenge uuid, p_mac text, p_browser text, p_new_token text, p_ip text, p_user_agent text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_try record;
  v_wait integer := identity.take_ticket('otp_try_ip', coalesce(p_ip, ''), 4 * core.setting('otp_per_minute')::integer, interval '1 minute');
  v_staff identity.staff;
  v_member identity.members;
begin
  if v_wait is not null then
    return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait);
  end if;
  select * into v_try from identity.try_challenge(p_challenge, 'login', '', p_mac, p_browser, null);
  if v_try.outcome <> 'right' then
    -- A failure anywhere slows everybody's next failure a little; it never stops a right code.
    if identity.take_ticket('otp_failures', 'all', 300, interval '1 minute') is not null then
      perform pg_sleep(0.25);
    end if;
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  select * into v_staff from identity.staff where email = v_try.email and active;
  if found then
    perform desk.sign_in_device(identity.issue_session(p_new_token, 'staff', v_staff.id, 1::smallint, p_ip, p_user_agent), p_browser);
    return jsonb_build_object('outcome', 'signed_in', 'audience', 'staff', 'assurance', 1, 'language', v_staff.language);
  end if;
  select * into v_member from identity.members where email = v_try.email and status <> 'closed';
  -- Reported dead: nobody comes in by this address, not even to sign up.
  if v_member.status = 'claimed' then return jsonb_build_object('outcome', 'claimed'); end if;
  if found then
    perform desk.sign_in_device(identity.issue_session(p_new_token, 'member', v_member.id, 1::smallint, p_ip, p_user_agent), p_browser);
    perform audit.write(core.business_now(), identity.caller_of(p_new_token), 'sign_in', 'member', v_member.id::text);
    return jsonb_build_object('outcome', 'signed_in', 'audience', 'member', 'assurance', 1, 'language', v_member.language);
  end if;
  perform desk.sign_in_device(identity.issue_session(p_new_token, 'sign_up', null, 1::smallint, p_ip, p_user_agent, v_try.email, v_try.referral), p_browser);
  return jsonb_strip_nulls(jsonb_build_object('outcome', 'sign_up', 'email', v_try.email, 'referral', v_try.referral));
end $$;
comment on function desk.auth_verify is 'One attempt at a login code.';
