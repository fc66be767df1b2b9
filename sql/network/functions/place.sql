/* Places a member below a sponsor's node (null: the company's), by a mode or in the one slot asked for. Of two who race for a slot one
   gets it; the other is placed next, or refused where the slot was named. Refuses `already_placed`, `slot_taken`, `not_found` (no such
   parent) and `invalid_input` (unknown mode or side). Answers the node. */
create or replace function network.place(p_member bigint, p_sponsor bigint, p_mode text, p_parent bigint, p_side text, p_at timestamptz) returns network.nodes
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_sponsor bigint := coalesce(p_sponsor, network.root(p_at));
  v_slot record;
  v_node network.nodes;
begin
  if p_mode is null or p_mode not in ('level_order', 'left', 'right', 'weaker_leg', 'extreme_left', 'extreme_right') then perform core.refuse('invalid_input', 'placement'); end if;
  if (p_parent is null) <> (p_side is null) or p_side not in ('L', 'R') then perform core.refuse('invalid_input', 'side'); end if;
  if p_parent is not null and not exists (select from network.nodes where id = p_parent) then perform core.refuse('not_found', 'parent'); end if;
  -- One at a time places this member: two would wait for each other's slot and for each other's place.
  perform from identity.members where id = p_member for no key update;
  loop
    if p_parent is null then
      v_slot := network.free_slot(v_sponsor, p_mode);
    else
      select p_parent as parent_id, p_side as side into v_slot;
    end if;
    -- Whoever is placing somebody here at this moment is waited for.
    insert into network.nodes (member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at)
    select p_member, v_sponsor, p.id, v_slot.side, p.depth + 1, p.depth + 2, p.depth + 2, p_at from network.nodes p where p.id = v_slot.parent_id
    on conflict do nothing returning * into v_node;
    exit when v_node.id is not null;
    if exists (select from network.nodes where member_id = p_member) then perform core.refuse('already_placed'); end if;
    if p_parent is not null then perform core.refuse('slot_taken', 'parent'); end if;
  end loop;
  perform network.fill_slot(v_node.parent_id, v_node.side, v_node.depth + 1);
  return v_node;
end $$;
comment on function network.place is 'Places a member in the tree.';
