/* One attempt at a challenge. Counts before comparing and returns instead of raising, so that a refusal cannot erase the count.
   Outcome: right | wrong | used | expired | locked, and for an authenticator's challenge reused (that code was accepted before) and resting
   (five wrong codes in a quarter of an hour); the email comes from the row. A passkey that has signed the words it was asked to sign is right
   in place of the code (identity.answer_with_passkey). Another browser, purpose, context or session is a wrong
   answer like any other and costs an attempt. */
create or replace function identity.try_challenge(p_id uuid, p_purpose text, p_context text, p_mac text, p_browser text, p_session uuid,
  out outcome text, out email text, out referral text, out attempts_left integer)
language plpgsql volatile security definer set search_path = '' as $$
declare v_row identity.challenges;
begin
  update identity.challenges c set attempts = c.attempts + 1
   where c.id = p_id and c.attempts < 5 and c.used_at is null and c.invalidated_at is null and c.expires_at > clock_timestamp()
  returning * into v_row;
  if not found then
    select * into v_row from identity.challenges c where c.id = p_id;
    outcome := case when v_row.used_at is not null then 'used' when v_row.attempts >= 5 then 'locked' else 'expired' end;
    attempts_left := 0;
    return;
  end if;
  attempts_left := 5 - v_row.attempts;
  outcome := case
    when sha256(convert_to(coalesce(p_browser, ''), 'UTF8')) <> v_row.browser_hash
      or p_purpose <> v_row.purpose or coalesce(p_context, '') <> v_row.context
      or v_row.session_id is distinct from p_session then 'wrong'
    when exists (select from identity.passkeys k where k.id = v_row.passkey_id and k.removed_at is null) and p_mac = encode(v_row.passkey_mac, 'hex') then 'right'
    when v_row.authenticator_id is not null then identity.try_authenticator(v_row, p_mac)
    when p_mac is distinct from encode(v_row.code_mac, 'hex') then 'wrong'
    else 'right' end;
  if outcome <> 'right' then
    outcome := case when attempts_left = 0 and outcome <> 'resting' then 'locked' else outcome end;
    return;
  end if;
  update identity.challenges c set used_at = clock_timestamp() where c.id = p_id;
  email := v_row.email;
  referral := v_row.referral;
end $$;
comment on function identity.try_challenge is 'One counted attempt at a challenge.';
