/* Whether staff sign in with an authenticator only: the operator's setting, which a demonstration (its clock is a sandbox) leaves open. */
create or replace function identity.staff_need_authenticator() returns boolean
language sql stable security definer set search_path = '' as $$
  select core.setting('staff_authenticator')::boolean and not (select sandbox from core.clock)
$$;
comment on function identity.staff_need_authenticator is 'Whether staff sign in with an authenticator only.';
