/* Whether the caller came through the staff door, for row security. */
create or replace function identity.is_staff() returns boolean
language sql stable set search_path = '' as $$ select coalesce(current_setting('coffer.audience', true), '') = 'staff' $$;
comment on function identity.is_staff is 'Whether the caller is staff, for row security.';
