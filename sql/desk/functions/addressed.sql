/* Whether an audience holds a member: all, those with a running investment, those with a place in the network. */
create or replace function desk.addressed(p_audience text, p_member bigint) returns boolean
language sql stable set search_path = '' as $$
  select case p_audience when 'all' then true
    when 'investing' then exists (select from invest.investments i where i.member_id = p_member and i.state = 'active')
    when 'network' then exists (select from network.nodes n where n.member_id = p_member) else false end
$$;
comment on function desk.addressed is 'Whether an audience holds a member.';
