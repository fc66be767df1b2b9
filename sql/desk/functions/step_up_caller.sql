/* Who steps up for a purpose: staff to sign in, members for their money and their address, either for their authenticator and passkeys. */
create or replace function desk.step_up_caller(p_token text, p_purpose text) returns identity.caller
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_purpose = 'staff_login' then return identity.enter(p_token, 'staff'); end if;
  if p_purpose in ('withdrawal', 'destination', 'email_change', 'reopening') then return identity.enter(p_token, 'member'); end if;
  if p_purpose in ('passkey', 'passkey_removal') then return desk.passkey_caller(p_token); end if;
  return identity.caller_of(p_token);
end $$;
comment on function desk.step_up_caller is 'Who steps up for a purpose.';
