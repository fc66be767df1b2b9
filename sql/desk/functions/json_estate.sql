/* A claim after a member's death as staff see it, with what was paid to whom. */
create or replace function desk.json_estate(p_claim compliance.claims) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_claim).id, 'reference', (p_claim).reference, 'state', (p_claim).state, 'died_on', (p_claim).died_on, 'reported_by', (p_claim).reported_by, 'note', (p_claim).note,
    'reason', (p_claim).reason, 'opened_at', (p_claim).opened_at, 'ended_at', (p_claim).ended_at,
    'nominees', (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'relation', n.relation, 'born_on', n.born_on, 'share', to_char(n.share / 100.0, 'FM990.00'), 'guardian', n.guardian,
        'account', (select jsonb_build_object('account_name', d.account_name, 'account_number', d.account_number, 'ifsc', d.ifsc) from funding.destinations d where d.payee_id = n.id and d.removed_at is null)) order by n.id), '[]')
      from compliance.claim_nominees n where n.claim_id = (p_claim).id),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'added_at', f.added_at) order by f.added_at, f.id), '[]') from compliance.claim_files f where f.claim_id = (p_claim).id),
    'payments', (select coalesce(jsonb_agg(desk.json_withdrawal(w) || jsonb_build_object('payee', n.name) order by w.id), '[]')
      from compliance.claim_nominees n join funding.destinations d on d.payee_id = n.id join funding.withdrawals w on w.destination_id = d.id where n.claim_id = (p_claim).id and w.request_id is not null),
    'request', (select jsonb_build_object('id', q.id, 'reference', q.reference, 'state', q.state) from approval.requests q where q.kind = 'claim' and q.subject_id = (p_claim).id order by q.created_at desc, q.id desc limit 1))
$$;
comment on function desk.json_estate is 'A claim after a member''s death.';
