/* What the sign-up form shows. */
create or replace function desk.auth_sign_up_form(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_session identity.sessions := desk.sign_up_session(p_token);
begin
  return jsonb_build_object('email', v_session.email, 'referral', v_session.referral, 'terms_version', core.setting('terms_version'));
end $$;
comment on function desk.auth_sign_up_form is 'What the sign-up form shows.';
