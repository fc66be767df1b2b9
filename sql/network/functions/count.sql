/* A member's unit counts (direction 1) or no longer counts (-1) from an instant on: one row for everybody above, once per generation and
   direction; the matcher applies it. False when the member does not stand in the tree, or it was said before. Refuses `not_counted` when
   what never counted is taken back. */
create or replace function network.count(p_member bigint, p_generation integer, p_direction integer, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_node bigint;
  v_count bigint;
begin
  select id into v_node from network.nodes where member_id = p_member;
  if v_node is null then return false; end if;
  if p_direction = -1 and not exists (select from network.counts where node_id = v_node and generation = p_generation and direction = 1) then
    perform core.refuse('not_counted');
  end if;
  insert into network.counts (node_id, generation, direction, counted_at) values (v_node, p_generation, p_direction, p_at)
  on conflict (node_id, generation, direction) do nothing returning id into v_count;
  if v_count is null then return false; end if;
  perform outbox.enqueue('network__match');
  return true;
end $$;
comment on function network.count is 'A member''s unit counts, or no longer counts.';
