/* Notes that a person signs in with a browser. Answers whether that is another one than those known so far; the very first is not. */
create or replace function identity.know_device(p_actor bigint, p_browser_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := clock_timestamp();
  v_others boolean := exists (select from identity.devices where actor_id = p_actor and browser_hash <> p_browser_hash);
  v_made boolean;
begin
  insert into identity.devices as d (actor_id, browser_hash, first_seen_at, seen_at) values (p_actor, p_browser_hash, v_at, v_at)
  on conflict (actor_id, browser_hash) do update set seen_at = v_at returning d.first_seen_at = v_at into v_made;
  return v_made and v_others;
end $$;
comment on function identity.know_device is 'Notes a browser; answers whether it is a new one.';
