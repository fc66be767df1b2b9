/* Carries an approved change of staff out and tells the person. `payload_changed` when they are no longer as they were when it was asked;
   else refuses as identity.change_staff. */
create or replace function desk.carry_out_staff_change(p_request approval.requests, p_caller identity.caller, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_before identity.staff;
  v_after identity.staff;
  v_to jsonb := (p_request).payload -> 'after';
begin
  select * into v_before from identity.staff where public_id = (p_request).subject_id;
  if desk.json_standing(v_before) is distinct from (p_request).payload -> 'before' then perform core.refuse('payload_changed'); end if;
  v_after := identity.change_staff(v_before.public_id, v_to ->> 'role', (v_to ->> 'active')::boolean, (select m.id from identity.members m where m.public_id = (v_to ->> 'member')::uuid));
  if v_after.active and v_before.signed_in_at is null and not v_before.active then
    perform outbox.mail('staff_invited', v_after.email, v_after.language, jsonb_build_object('first_name', v_after.name, 'role', v_after.role));
  elsif (v_after.role, v_after.active) is distinct from (v_before.role, v_before.active) then
    perform outbox.mail('staff_changed', v_after.email, v_after.language, jsonb_build_object('first_name', v_after.name, 'role', v_after.role, 'active', v_after.active, 'at', p_at));
  end if;
  perform audit.write(p_at, p_caller, 'staff_change', 'staff', v_after.public_id::text, (p_request).payload ->> 'reason', (p_request).payload -> 'before', v_to);
end $$;
comment on function desk.carry_out_staff_change is 'Carries an approved change of staff out.';
