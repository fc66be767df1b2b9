/* At most twenty who stand below a member and are called so, by referral code or the beginning of the name they go by: of the first five hundred
   with such a name in the index, each one's path is walked up as far as the member's own place, which is older. Below the company (null, which
   only staff ask for) those whom a search of staff means, the newest five hundred. With the owner's eyes. */
create or replace function desk.json_found(p_top bigint, p_search text) returns jsonb
language sql stable security definer set search_path = '' as $$
  with recursive top as (select n.id from network.nodes n where n.member_id = p_top),
  called as (
    select c.id from desk.members_called(p_search) c (id) where p_top is null
    union
    select m.id from identity.members m where p_top is not null and m.referral_code = upper(p_search)
    union
    select x.id from (select m.id from identity.members m where p_top is not null and lower(coalesce(m.username, m.first_name)) ~>=~ lower(p_search) and lower(coalesce(m.username, m.first_name)) ~<~ (lower(p_search) || chr(1114111))
       order by lower(coalesce(m.username, m.first_name)) using ~<~, m.id limit 500) x),
  way (found, id, parent_id) as (
    select n.id, n.id, n.parent_id from called c join network.nodes n on n.member_id = c.id
    union all
    select w.found, n.id, n.parent_id from way w join network.nodes n on n.id = w.parent_id where p_top is not null and w.id > (select t.id from top t))
  select coalesce(jsonb_agg(jsonb_build_object('member', f.public_id, 'name', f.name, 'depth', f.depth, 'left', f.left_count, 'right', f.right_count, 'pairs', f.matched) order by f.name, f.id), '[]')
    from (select n.id, m.public_id, coalesce(m.username, m.first_name) as name, n.depth, n.left_count, n.right_count, n.matched
            from network.nodes n join identity.members m on m.id = n.member_id
           where n.id in (select w.found from way w where p_top is null or w.id = (select t.id from top t))
           order by coalesce(m.username, m.first_name), n.id limit 20) f
$$;
comment on function desk.json_found is 'Who stands below a member and is called so.';
