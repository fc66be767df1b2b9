/* Refuses `viewing_only` to staff who look through a member's session: for what is read by the member alone. */
create or replace function identity.in_person(p_caller identity.caller) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select from identity.sessions s where s.id = (p_caller).session_id and s.viewer_id is not null) then perform core.refuse('viewing_only'); end if;
end $$;
comment on function identity.in_person is 'Refuses staff who look through a member''s session.';
