-- owner: reader
/* The caller's address book. */
create or replace function desk.member_destinations(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('cooling_hours', core.setting('destination_cooling_hours')::integer, 'destinations', coalesce((
    select jsonb_agg(desk.json_destination(d, core.business_now()) order by d.created_at desc) from funding.destinations d where d.member_id = v_caller.actor_id and d.removed_at is null), '[]'));
end $$;
comment on function desk.member_destinations is 'The caller''s address book.';
