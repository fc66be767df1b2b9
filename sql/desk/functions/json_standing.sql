/* What a request changes about a member of staff, as its payload keeps it: role, whether at work, which member. */
create or replace function desk.json_standing(p_staff identity.staff) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('role', (p_staff).role, 'active', (p_staff).active, 'member', (select m.public_id from identity.members m where m.id = (p_staff).member_id))
$$;
comment on function desk.json_standing is 'What a request changes about a member of staff.';
