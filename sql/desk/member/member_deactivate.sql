/* Deactivates the caller's account: every other session ends, and nothing can be changed until it is opened again (desk.member_reopen).
   Contracts, returns and what was asked for before go on. A second time is refused (`deactivated`). A mail tells. */
create or replace function desk.member_deactivate(p_token text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
begin
  if p_key is null then perform core.refuse('invalid_input', 'key'); end if;
  if identity.deactivate(v_caller.actor_id, v_caller.session_id, core.business_now()) then
    perform desk.tell_security(v_caller, 'deactivated', false);
  end if;
  return jsonb_build_object('deactivated_at', (desk.own_member(v_caller)).deactivated_at);
end $$;
comment on function desk.member_deactivate is 'Deactivates the caller''s account.';
