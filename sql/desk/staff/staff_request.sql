-- owner: reader
/* One request with its evidence. */
create or replace function desk.staff_request(p_token text, p_request uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.read');
  v_row approval.requests;
begin
  select * into v_row from approval.requests where id = p_request;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('request', desk.json_request(v_row, v_caller) || jsonb_build_object('payload', v_row.payload, 'payload_hash', encode(v_row.payload_hash, 'hex')),
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object('by', identity.person_name(d.staff_id), 'decision', d.decision, 'note', d.note, 'at', d.decided_at) order by d.decided_at), '[]') from approval.decisions d where d.request_id = v_row.id),
    'evidence', desk.request_evidence(v_row) || case when v_row.kind in ('compensation_activation', 'plan_activation') then jsonb_build_object('read', network.has_read(v_row.subject_id, v_caller.actor_id)) else '{}' end);
end $$;
comment on function desk.staff_request is 'One request with its evidence.';
