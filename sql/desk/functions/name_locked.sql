/* Whether a member's name and country are part of a check that is under way or was approved. */
create or replace function desk.name_locked(p_member bigint) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from compliance.kyc where member_id = p_member and state in ('submitted', 'in_review', 'approved'))
$$;
comment on function desk.name_locked is 'Whether name and country stand as they were checked.';
