/* Where a caller's mails go. */
create or replace function identity.email_of(p_caller identity.caller) returns text
language sql stable security definer set search_path = '' as $$
  select case (p_caller).audience when 'staff' then (select email from identity.staff where id = (p_caller).actor_id)
                                  else (select email from identity.members where id = (p_caller).actor_id) end
$$;
comment on function identity.email_of is 'Where a caller''s mails go.';
