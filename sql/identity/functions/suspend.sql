/* Suspends a member's account, or lifts that: a suspended account is read and changed by nobody; what runs goes on. `payload_changed` when
   it does not stand as it was when this was asked. */
create or replace function identity.suspend(p_member uuid, p_suspend boolean) returns identity.members
language plpgsql volatile security definer set search_path = '' as $$
declare v_member identity.members;
begin
  update identity.members set status = case when p_suspend then 'suspended' else 'active' end
   where public_id = p_member and status = case when p_suspend then 'active' else 'suspended' end returning * into v_member;
  if not found then perform core.refuse('payload_changed'); end if;
  if p_suspend then perform identity.end_challenges(v_member.id); end if;
  return v_member;
end $$;
comment on function identity.suspend is 'Suspends a member''s account, or lifts that.';
