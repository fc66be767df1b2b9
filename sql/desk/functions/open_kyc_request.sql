/* Puts a check, or the document that renews one, into the queue. What is approved are these documents and no others: their ids and hashes
   are the payload, nothing personal. Answers the request. */
create or replace function desk.open_kyc_request(p_kyc compliance.kyc, p_proposed boolean, p_at timestamptz) returns uuid
language sql volatile set search_path = '' as $$
  select approval.open('kyc', (p_kyc).id, (p_kyc).reference, null, null, (p_kyc).member_id, 'member', (p_kyc).member_id,
    jsonb_build_object('kyc', (p_kyc).id, 'submitted_at', case when p_proposed then (p_kyc).renewal_submitted_at else (p_kyc).submitted_at end, 'renewal', p_proposed,
      'documents', (select jsonb_agg(jsonb_build_object('document', d.id, 'kind', d.kind, 'sha256', encode(d.sha256, 'hex'), 'expires_on', d.expires_on) order by d.kind)
        from compliance.documents d where d.member_id = (p_kyc).member_id and d.removed_at is null and d.proposed = p_proposed)), 1::smallint, p_at)
$$;
comment on function desk.open_kyc_request is 'Puts an identity check into the queue.';
