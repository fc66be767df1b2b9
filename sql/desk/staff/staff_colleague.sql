-- owner: reader
/* One member of staff, and every change that was asked for: what it was about, who asked, who decided. */
create or replace function desk.staff_colleague(p_token text, p_staff uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'roles.read');
  v_row identity.staff;
begin
  select * into v_row from identity.staff where public_id = p_staff;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('person', desk.json_colleague(v_row) || jsonb_build_object('me', v_row.id = v_caller.actor_id),
    'changes', (select coalesce(jsonb_agg(jsonb_build_object('request', r.id, 'reference', r.reference, 'state', r.state, 'before', r.payload -> 'before', 'after', r.payload -> 'after', 'reason', r.payload ->> 'reason',
        'asked_by', identity.person_name(r.maker_id), 'asked_at', r.created_at, 'decided_at', r.decided_at, 'note', r.note,
        'decided_by', (select identity.person_name(d.staff_id) from approval.decisions d where d.request_id = r.id order by d.decided_at desc limit 1)) order by r.created_at desc, r.id desc), '[]')
      from (select x.* from approval.requests x where x.kind = 'staff_role' and x.subject_id = v_row.public_id order by x.created_at desc, x.id desc limit 100) r));
end $$;
comment on function desk.staff_colleague is 'One member of staff, and every change that was asked for.';
