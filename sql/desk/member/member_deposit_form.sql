-- owner: reader
/* A method and the reference to put on the transfer. */
create or replace function desk.member_deposit_form(p_token text, p_method uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_method funding.methods;
begin
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found'); end if;
  if not v_method.active then perform core.refuse('not_active', 'method'); end if;
  return jsonb_build_object('method', desk.json_method(v_method), 'reference', funding.next_reference(v_caller.actor_id));
end $$;
comment on function desk.member_deposit_form is 'A method and the reference to put on the transfer.';
