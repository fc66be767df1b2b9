/* Who adds or removes a passkey: a member, or staff who have taken the second step (`step_up_required`), because a passkey can be that step. */
create or replace function desk.passkey_caller(p_token text) returns identity.caller
language plpgsql volatile set search_path = '' as $$
declare v_caller identity.caller := identity.caller_of(p_token, true);
begin
  if v_caller.audience = 'staff' and v_caller.assurance < 2 then perform core.refuse('step_up_required'); end if;
  return v_caller;
end $$;
comment on function desk.passkey_caller is 'Who adds or removes a passkey.';
