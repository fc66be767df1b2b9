-- owner: reader
/* Whom the caller has named, in the order in which they were given. Shares in percent. */
create or replace function desk.member_nominees(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('nominees', (select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'relation', n.relation, 'born_on', n.born_on, 'share', core.decimal_text(n.share, 2), 'guardian', n.guardian) order by n.id), '[]')
    from compliance.nominees n where n.member_id = v_caller.actor_id and n.removed_at is null));
end $$;
comment on function desk.member_nominees is 'Whom the caller has named.';
