/* Brings what follows from a member's payments up to date: the history of Active Buyer, and the unit. The unit is reached with
   p_qualify (minor units), qualifies when p_cooling days are over and the identity is known where the operator asks for it, and is reversed when
   the payments fall below; then the next is a new generation. Answers a unit that has just begun (direction 1) or ceased (-1) to count; null
   when none has. What is null is the
   operator's setting, which holds while there is no compensation plan. Called after every movement of a booking's money, and for units whose
   cooling-off is over. */
create or replace function ev.refresh(p_member bigint, p_at timestamptz, p_qualify bigint default null, p_buyer bigint default null, p_cooling integer default null, out generation integer, out direction smallint)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_paid bigint;
  v_unit ev.units;
begin
  perform from identity.members where id = p_member for no key update;
  v_paid := ev.net_paid(p_member);
  if ev.is_active_buyer(p_member, p_buyer) then
    insert into ev.buyers (member_id, total, gained_at) values (p_member, v_paid, p_at) on conflict (member_id) where lost_at is null do nothing;
  else
    update ev.buyers set lost_at = p_at where member_id = p_member and lost_at is null;
  end if;
  select * into v_unit from ev.units u where u.member_id = p_member and u.reversed_at is null;
  if v_paid = 0 or v_paid < coalesce(p_qualify, core.setting_amount('qualify_amount', core.setting('network_currency')), 0) then
    update ev.units u set reversed_at = p_at where u.member_id = p_member and u.generation = v_unit.generation;
    if v_unit.qualified_at is not null then generation := v_unit.generation; direction := -1; end if;
    return;
  end if;
  if v_unit.member_id is null then
    insert into ev.units (member_id, generation, reached_at, due_at)
    values (p_member, 1 + coalesce((select max(u.generation) from ev.units u where u.member_id = p_member), 0), p_at, p_at + make_interval(days => coalesce(p_cooling, core.setting('cooling_off_days')::integer)))
    returning * into v_unit;
  end if;
  if v_unit.qualified_at is null and v_unit.due_at <= p_at
     and exists (select from identity.members m where m.id = p_member and (m.kyc_approved_at is not null or not core.setting('require_kyc')::boolean)) then
    update ev.units u set qualified_at = p_at where u.member_id = p_member and u.generation = v_unit.generation;
    generation := v_unit.generation; direction := 1;
  end if;
end $$;
comment on function ev.refresh is 'Brings Active Buyer and the unit up to date.';
