/* The node of somebody who stands below a member, or the member's own; null when there is none. Walks one path up, with the owner's eyes: the
   rows of those below are not the member's own. */
create or replace function desk.node_below(p_top bigint, p_member uuid) returns network.nodes
language sql stable security definer set search_path = '' as $$
  with recursive way (id, parent_id, member_id) as (
    select n.id, n.parent_id, n.member_id from network.nodes n join identity.members m on m.id = n.member_id where m.public_id = p_member
    union all
    select n.id, n.parent_id, n.member_id from way w join network.nodes n on n.id = w.parent_id where w.member_id <> p_top)
  select n from network.nodes n join identity.members m on m.id = n.member_id where m.public_id = p_member and exists (select from way w where w.member_id = p_top)
$$;
comment on function desk.node_below is 'The node of somebody who stands below a member.';
