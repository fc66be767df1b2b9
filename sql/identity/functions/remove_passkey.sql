/* Takes a passkey out of use for good, its name, and what was begun with it. `not_found` for another person's and a removed one. */
create or replace function identity.remove_passkey(p_passkey uuid, p_actor bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.passkeys set removed_at = clock_timestamp(), name = 'Removed' where id = p_passkey and actor_id = p_actor and removed_at is null;
  if not found then perform core.refuse('not_found'); end if;
  perform identity.end_challenges(p_actor);
end $$;
comment on function identity.remove_passkey is 'Takes a passkey out of use for good.';
