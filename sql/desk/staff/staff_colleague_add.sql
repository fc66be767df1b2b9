/* Asks for a new member of staff: the person is written down without work, and begins when somebody else has approved; the mail goes out
   then. Refuses as identity.invite_staff and desk.ask_staff_change. */
create or replace function desk.staff_colleague_add(p_token text, p_email text, p_name text, p_role text, p_member_email text, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'roles.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_staff identity.staff;
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'staff_add', p_key, jsonb_build_array(p_email, p_name, p_role, p_member_email, p_reason));
  if v_known is not null then return v_known; end if;
  v_staff := identity.invite_staff(p_email, p_name, p_role, v_at);
  v_request := desk.ask_staff_change(v_caller, v_staff, p_role, true, p_member_email, p_reason, v_at);
  perform audit.write(v_at, v_caller, 'staff_add', 'staff', v_staff.public_id::text, p_reason);
  return ledger.keep_outcome(v_caller.actor_id, 'staff_add', p_key, jsonb_build_object('staff', v_staff.public_id, 'request', v_request));
end $$;
comment on function desk.staff_colleague_add is 'Asks for a new member of staff.';
