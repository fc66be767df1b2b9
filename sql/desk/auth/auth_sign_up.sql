/* Creates a member from a proven email: identity, wallets on first use, who referred, sign-on bonus, welcome mail, member session.
   Refuses at the field: `invalid_input`, `under_age`, `terms_changed`, `unknown_referral`, `self_referral`, `mobile_taken`,
   `username_taken`, `email_taken`. The same sign-up again is `signed_out` (the account is there: sign in), another body `key_reuse`. */
create or replace function desk.auth_sign_up(p_token text, p_new_token text, p_first_name text, p_last_name text, p_mobile text, p_username text, p_referral text, p_of_age boolean, p_terms_version text, p_language text, p_timezone text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_session identity.sessions := desk.sign_up_session(p_token, jsonb_build_array(p_first_name, p_last_name, p_mobile, p_username, p_referral, p_language, p_timezone));
  v_member identity.members;
  v_mobile text := regexp_replace(coalesce(p_mobile, ''), '[ ().-]', '', 'g');
  v_username text := nullif(lower(btrim(coalesce(p_username, ''))), '');
  v_first text := core.clean_text(p_first_name, 'first_name', 80);
  v_last text := core.clean_text(p_last_name, 'last_name', 80);
  v_referrer bigint;
  v_at timestamptz := core.business_now();
  v_bonus bigint;
  v_currency text := core.setting('currency');
  v_name text;
  v_new uuid;
begin
  if v_first is null then perform core.refuse('invalid_input', 'first_name'); end if;
  if v_last is null then perform core.refuse('invalid_input', 'last_name'); end if;
  if v_mobile !~ '^\+[1-9][0-9]{6,14}$' then perform core.refuse('invalid_input', 'mobile'); end if;
  if v_username !~ '^[a-z][a-z0-9_]{2,14}$' then perform core.refuse('invalid_input', 'username'); end if;
  if p_of_age is not true then perform core.refuse('under_age', 'of_age'); end if;
  if p_terms_version is distinct from core.setting('terms_version') then perform core.refuse('terms_changed', 'terms'); end if;
  if nullif(btrim(p_referral), '') is not null then
    v_referrer := identity.member_by_code(p_referral);
    if v_referrer is null then perform core.refuse(case when lower(btrim(p_referral)) = v_username then 'self_referral' else 'unknown_referral' end, 'referral'); end if;
  end if;
  begin
    insert into identity.members (email, first_name, last_name, mobile, username, referral_code, language, timezone, terms_version, terms_accepted_at, joined_at)
    values (v_session.email, v_first, v_last, v_mobile, v_username, core.random_code(8), case when p_language in ('en', 'es', 'hi') then p_language else 'en' end,
            case when core.timezone_known(p_timezone) then p_timezone else core.setting('timezone') end, p_terms_version, v_at, v_at)
    returning * into v_member;
  exception when unique_violation then
    get stacked diagnostics v_name = constraint_name;
    -- A code drawn twice is nobody's mistake: whoever asked does so again, and another one is drawn.
    if v_name = 'member_referral_codes_are_unique' then raise; end if;
    perform core.refuse(case v_name when 'member_mobiles_are_unique' then 'mobile_taken' when 'member_usernames_are_unique' then 'username_taken' else 'email_taken' end,
      case v_name when 'member_mobiles_are_unique' then 'mobile' when 'member_usernames_are_unique' then 'username' else 'email' end);
  end;
  -- Asked after the row is there: a change of address that is under way at this moment has been waited for.
  if identity.email_reserved(v_session.email) then perform core.refuse('email_taken', 'email'); end if;
  if v_referrer is not null then
    perform referral.attach(v_member.id, v_referrer, v_at);
  end if;
  v_bonus := core.setting_amount('sign_on_bonus', v_currency);
  if v_bonus is not null then
    perform treasury.record('promo', v_currency, 'bonus', ledger.wallet(v_member.id, 'INTEREST', v_currency), v_bonus,
      core.business_date(v_at, core.setting('timezone')), nextval('treasury.source_order'), 0, v_member.public_id, v_at,
      case when core.setting('bonus_held_until_kyc')::boolean then 'unverified' end);
  end if;
  update identity.sessions set revoked_at = clock_timestamp() where id = v_session.id;
  v_new := identity.issue_session(p_new_token, 'member', v_member.id, 1::smallint, v_session.ip, v_session.user_agent);
  update identity.sessions set browser_hash = v_session.browser_hash where id = v_new;
  if v_session.browser_hash is not null then perform identity.know_device(v_member.id, v_session.browser_hash); end if;
  perform outbox.mail_member('welcome', v_member.id, jsonb_strip_nulls(jsonb_build_object('referral_code', v_member.referral_code,
    'bonus', case when v_bonus is not null then jsonb_build_object('amount', core.format_amount(v_bonus, v_currency), 'currency', v_currency) end)), 'welcome:' || v_member.id);
  perform audit.write(v_at, (v_session.id, v_member.id, 'member', null, 1, v_member.id)::identity.caller, 'sign_up', 'member', v_member.public_id::text);
  return jsonb_build_object('member', v_member.public_id, 'referral_code', v_member.referral_code,
    'bonus', case when v_bonus is not null then jsonb_build_object('amount', core.format_amount(v_bonus, v_currency), 'currency', v_currency, 'state', 'awaiting') end);
end $$;
comment on function desk.auth_sign_up is 'Creates a member from a proven email.';
