/* Opens a mail-code challenge: at most ten minutes, five attempts, one live per email, purpose and browser (a stranger's browser
   cannot cancel mine). Answers seconds to wait when the last code went out less than 60 s ago, else null. */
create or replace function identity.open_challenge(p_id uuid, p_email text, p_purpose text, p_context text, p_mac text, p_browser text, p_session uuid, p_referral text) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_browser bytea := sha256(convert_to(coalesce(p_browser, ''), 'UTF8'));
  v_now timestamptz := clock_timestamp();
  v_wait integer;
begin
  if p_mac is null or p_mac !~ '^[0-9a-f]{64}$' or coalesce(length(p_browser), 0) < 16 then
    perform core.refuse('invalid_input', 'code');
  end if;
  select ceil(extract(epoch from created_at + interval '60 seconds' - v_now))::integer into v_wait
    from identity.challenges
   where email = p_email and purpose = p_purpose and browser_hash = v_browser and used_at is null and invalidated_at is null
     and created_at > v_now - interval '60 seconds'
   for update;
  -- A step-up code belongs to what it was asked for: asking for something else must not wait for the old one.
  if v_wait > 0 and p_purpose in ('login', 'staff_login') then
    return v_wait;
  end if;
  update identity.challenges set invalidated_at = v_now
   where email = p_email and purpose = p_purpose and browser_hash = v_browser and used_at is null and invalidated_at is null;
  insert into identity.challenges (id, email, purpose, context, code_mac, browser_hash, session_id, referral, created_at, expires_at)
  values (p_id, p_email, p_purpose, coalesce(p_context, ''), decode(p_mac, 'hex'), v_browser, p_session, p_referral, v_now, v_now + interval '10 minutes');
  return null;
end $$;
comment on function identity.open_challenge is 'Opens a mail-code challenge; answers seconds to wait instead when asked too soon.';
