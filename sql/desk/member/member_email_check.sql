/* Checks a new address before its step-up; answers what the code is bound to. */
create or replace function desk.member_email_check(p_token text, p_email text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_email text := identity.normal_email(p_email);
begin
  if v_email = identity.email_of(v_caller) then perform core.refuse('invalid_input', 'email'); end if;
  return jsonb_build_object('email', v_email, 'context', 'email_change|' || v_email);
end $$;
comment on function desk.member_email_check is 'Checks a new address before its step-up.';
