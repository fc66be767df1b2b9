/* Marks an account as deactivated and ends its other sessions. Answers whether it was active before. */
create or replace function identity.deactivate(p_member bigint, p_session uuid, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.members set deactivated_at = p_at where id = p_member and deactivated_at is null;
  if not found then return false; end if;
  update identity.sessions set revoked_at = clock_timestamp()
   where actor_id = p_member and audience = 'member' and revoked_at is null and id <> p_session;
  perform identity.end_challenges(p_member);
  return true;
end $$;
comment on function identity.deactivate is 'Marks an account as deactivated and ends its other sessions.';
