/* Asks that a member of staff get another role, stop or begin to work, or be linked to the member they are. Refuses `not_found` and as
   desk.ask_staff_change. */
create or replace function desk.staff_colleague_change(p_token text, p_staff uuid, p_role text, p_active boolean, p_member_email text, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'roles.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_staff identity.staff;
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'staff_change', p_key, jsonb_build_array(p_staff, p_role, p_active, p_member_email, p_reason));
  if v_known is not null then return v_known; end if;
  select * into v_staff from identity.staff where public_id = p_staff;
  if not found then perform core.refuse('not_found'); end if;
  v_request := desk.ask_staff_change(v_caller, v_staff, p_role, p_active, p_member_email, p_reason, v_at);
  perform audit.write(v_at, v_caller, 'staff_change_ask', 'staff', v_staff.public_id::text, p_reason);
  return ledger.keep_outcome(v_caller.actor_id, 'staff_change', p_key, jsonb_build_object('request', v_request));
end $$;
comment on function desk.staff_colleague_change is 'Asks that a member of staff be changed.';
