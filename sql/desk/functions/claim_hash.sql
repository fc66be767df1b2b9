/* What two people sign of a claim beside its amounts: who is paid, which share, through which guardian, to which account. */
create or replace function desk.claim_hash(p_claim uuid) returns text
language sql stable set search_path = '' as $$
  select encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(n.id, n.name, n.share, n.guardian, d.account_name, d.account_number, d.ifsc) order by n.id), '[]')::text, 'UTF8')), 'hex')
    from compliance.claim_nominees n left join funding.destinations d on d.payee_id = n.id and d.removed_at is null where n.claim_id = p_claim
$$;
comment on function desk.claim_hash is 'What two people sign of a claim beside its amounts.';
