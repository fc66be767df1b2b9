/* A request as staff see it, and whether the caller may decide it. */
create or replace function desk.json_request(p_request approval.requests, p_caller identity.caller) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_request).id, 'reference', (p_request).reference, 'kind', (p_request).kind, 'subject_id', (p_request).subject_id, 'subject_label', (p_request).subject_label,
    'amount', core.format_amount((p_request).amount, (p_request).currency), 'currency', (p_request).currency,
    'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = (p_request).beneficiary_id),
    'maker', jsonb_build_object('id', (p_request).maker_id::text, 'name', identity.person_name((p_request).maker_id), 'type', (p_request).maker_type),
    'needed', (p_request).needed, 'given', g.given, 'state', (p_request).state, 'note', (p_request).note, 'created_at', (p_request).created_at, 'decided_at', (p_request).decided_at,
    'may_decide', w.why is null, 'why_not', w.why, 'mine', (p_request).maker_id = (p_caller).actor_id, 'spoken', coalesce(g.spoken, false))
    from (select approval.approvals_given((p_request).id) as given, bool_or(d.staff_id = (p_caller).actor_id) as spoken from approval.decisions d where d.request_id = (p_request).id) g,
    lateral (select case when (p_request).state <> 'pending' then 'already_decided' when not identity.may((p_caller).role, 'requests.decide') then 'not_permitted'
        when (p_request).maker_id in ((p_caller).actor_id, (p_caller).member_id) or (p_request).beneficiary_id = (p_caller).member_id or coalesce(g.spoken, false)
          or ((p_request).kind = 'staff_role' and exists (select from identity.staff s where s.public_id = (p_request).subject_id and s.id = (p_caller).actor_id)) then 'same_person' end as why) w
$$;
comment on function desk.json_request is 'A request as staff see it.';
