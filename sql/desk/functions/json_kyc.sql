/* A member's identity check with its documents, and the steps it goes through. Null states stand for a check that was never begun. */
create or replace function desk.json_kyc(p_member bigint, p_on date) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', k.id, 'reference', k.reference, 'state', coalesce(k.state, 'draft'), 'reason', k.reason, 'expires_on', k.expires_on, 'submitted_at', k.submitted_at,
    'lacks', compliance.lacks(m.id, p_on),
    'renewable', to_jsonb(compliance.renewable(m.id, p_on)),
    'renewal', (select jsonb_build_object('state', k.renewal, 'submitted_at', k.renewal_submitted_at, 'document', desk.json_document(d, p_on)) from compliance.documents d where k.renewal is not null and d.member_id = m.id and d.removed_at is null and d.proposed),
    'documents', (select coalesce(jsonb_agg(desk.json_document(d, p_on) order by d.added_at), '[]') from compliance.documents d where d.member_id = m.id and d.removed_at is null and not d.proposed),
    'tracker', case when k.submitted_at is null or k.state = 'draft' then '[]' else jsonb_build_array(
      jsonb_build_object('step', 'submitted', 'at', k.submitted_at), jsonb_build_object('step', 'in_review', 'at', coalesce(k.review_at, case when k.state = 'rejected' then k.decided_at end)),
      jsonb_build_object('step', case when k.state = 'rejected' then 'rejected' else 'approved' end, 'at', k.decided_at, 'note', k.reason)) end)
    from identity.members m left join compliance.kyc k on k.member_id = m.id where m.id = p_member
$$;
comment on function desk.json_kyc is 'A member''s identity check.';
