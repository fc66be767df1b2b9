/* Whether an address may still be taken back by a member who had it, other than this one: until then nobody else can have it. */
create or replace function identity.email_reserved(p_email text, p_but bigint default null) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from identity.email_changes where old_email = p_email and undone_at is null and undo_until > clock_timestamp() and member_id is distinct from p_but)
$$;
comment on function identity.email_reserved is 'Whether an address may still be taken back by who had it.';
