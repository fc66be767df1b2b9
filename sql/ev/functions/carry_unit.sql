/* The unit of a member whose payments reached p_qualify elsewhere: it qualified there, its cooling-off is over. Nothing when the payments do not reach it, or there is one. Then Active Buyer as ever. */
create or replace function ev.carry_unit(p_member bigint, p_qualify bigint, p_buyer bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if ev.net_paid(p_member) >= greatest(p_qualify, 1) and not exists (select from ev.units u where u.member_id = p_member) then
    insert into ev.units (member_id, generation, reached_at, due_at, qualified_at) values (p_member, 1, p_at, p_at, p_at);
  end if;
  perform ev.refresh(p_member, p_at, p_qualify, p_buyer, 0);
end $$;
comment on function ev.carry_unit is 'The unit of a member who qualified elsewhere.';
