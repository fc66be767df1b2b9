/* Whether a text is an email as we keep it, in lower case. */
create or replace function identity.is_email(p_email text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(length(p_email) <= 254 and p_email ~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$', false)
$$;
comment on function identity.is_email is 'Whether a text is an email in lower case.';
