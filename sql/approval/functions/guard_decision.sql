/* Trigger, whatever function writes: nobody decides what they made, what pays them or what they are to become, nobody without the permission decides, and
   only a pending request is decided. */
create or replace function approval.guard_decision() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare v_request approval.requests; v_staff identity.staff;
begin
  select * into v_request from approval.requests where id = new.request_id for update;
  select * into v_staff from identity.staff where id = new.staff_id for share;
  if v_request.state <> 'pending' then
    perform core.refuse('already_decided', null, jsonb_build_object('state', v_request.state));
  end if;
  if not v_staff.active or not identity.may(v_staff.role, 'requests.decide') then
    perform core.refuse('not_permitted', null, jsonb_build_object('permission', 'requests.decide'));
  end if;
  if new.staff_id = v_request.maker_id or v_staff.member_id = v_request.maker_id or v_staff.member_id = v_request.beneficiary_id
     or (v_request.kind = 'staff_role' and v_request.subject_id = v_staff.public_id) then
    perform core.refuse('same_person');
  end if;
  return new;
end $$;
comment on function approval.guard_decision is 'Trigger: who may decide.';
