/* Whether a count completes a pair at a node: it made the smaller leg grow, to more than is matched and flushed (done), within what the month has
   room for. Left and right are the legs with it. The matcher and a what-if ask the same. */
create or replace function network.completes(p_side text, p_left bigint, p_right bigint, p_done bigint, p_room bigint) returns boolean
language sql immutable parallel safe as $$
  select case p_side when 'L' then p_left <= p_right else p_right <= p_left end and least(p_left, p_right) > p_done and least(p_left, p_right) <= p_done + p_room
$$;
comment on function network.completes is 'Whether a count completes a pair at a node.';
