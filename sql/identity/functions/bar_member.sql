/* Nobody comes into a member's account any more: every session ends, and what was begun. What it was before, the caller keeps. */
create or replace function identity.bar_member(p_member bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.members set status = 'claimed' where id = p_member;
  perform identity.end_challenges(p_member);
  update identity.sessions set revoked_at = clock_timestamp() where audience = 'member' and actor_id = p_member and revoked_at is null;
end $$;
comment on function identity.bar_member is 'Nobody comes into a member''s account any more.';
