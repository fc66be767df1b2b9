/* Sends a login code: opens a challenge and queues the mail. Same answer and same work whether anybody has this email or not. */
create or replace function desk.auth_begin(p_challenge uuid, p_email text, p_mac text, p_sealed_code text, p_browser text, p_ip text, p_language text, p_referral text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_email text := identity.normal_email(p_email);
  v_limit integer := core.setting('otp_per_minute')::integer;
  v_wait integer := identity.take_ticket('otp_begin_ip', coalesce(p_ip, ''), v_limit, interval '1 minute');
begin
  v_wait := coalesce(v_wait, identity.take_ticket('otp_begin_email', v_email, v_limit, interval '1 minute'));
  if v_wait is not null then
    return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait);
  end if;
  v_wait := identity.open_challenge(p_challenge, v_email, 'login', '', p_mac, p_browser, null, left(btrim(p_referral), 40));
  if v_wait is not null then
    return jsonb_build_object('refused', 'resend_too_soon', 'retry_after', v_wait);
  end if;
  perform outbox.mail('login_code', v_email, case when p_language in ('en', 'es', 'hi') then p_language else 'en' end,
    jsonb_build_object('sealed_code', p_sealed_code, 'minutes', 10), 'challenge:' || p_challenge);
  return jsonb_build_object('challenge', p_challenge, 'expires_at', clock_timestamp() + interval '10 minutes', 'resend_after', 60);
end $$;
comment on function desk.auth_begin is 'Sends a login code.';
