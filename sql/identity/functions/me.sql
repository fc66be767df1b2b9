/* Member id of the caller for row security; null outside a member's call. current_setting is '' after a local setting ended. */
create or replace function identity.me() returns bigint
language sql stable set search_path = '' as $$ select nullif(current_setting('coffer.member', true), '')::bigint $$;
comment on function identity.me is 'Member id of the caller, for row security.';
