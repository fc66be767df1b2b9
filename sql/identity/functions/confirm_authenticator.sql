/* Takes an authenticator into use, whose first code was right, and the former one out of it. Answers whether there was one. */
create or replace function identity.confirm_authenticator(p_authenticator uuid, p_actor bigint) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := clock_timestamp();
  v_replaces boolean;
begin
  update identity.authenticators set removed_at = v_at where actor_id = p_actor and confirmed_at is not null and removed_at is null;
  v_replaces := found;
  update identity.authenticators set confirmed_at = v_at where id = p_authenticator and actor_id = p_actor and confirmed_at is null and removed_at is null;
  if not found then perform core.refuse('not_found'); end if;
  perform identity.end_challenges(p_actor);
  return v_replaces;
end $$;
comment on function identity.confirm_authenticator is 'Takes an authenticator into use, and the former one out of it.';
