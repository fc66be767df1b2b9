/* Trigger: where a node stands and who brought it never change (spec 4.2); only its counters do. */
create or replace function network.guard_node() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.depth, new.placed_at) = (old.id, old.depth, old.placed_at)
      and (new.member_id, new.sponsor_id, new.parent_id, new.side) is not distinct from (old.member_id, old.sponsor_id, old.parent_id, old.side) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'network.nodes', 'operation', tg_op));
  return null;
end $$;
comment on function network.guard_node is 'Trigger: where a node stands never changes.';
