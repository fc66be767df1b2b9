/* What a request to pay nominees would pay, per currency: the amount, and whose part is how much, as it will be divided. */
create or replace function desk.json_claim_payment(p_request approval.requests) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('currency', a.currency, 'amount', a.amount,
      'parts', (select jsonb_agg(jsonb_build_object('name', n.name, 'amount', core.format_amount((compliance.divide(core.parse_amount(a.amount, a.currency), s.shares))[n.place], a.currency)) order by n.place)
        from (select x.name, row_number() over (order by x.id) as place from compliance.claim_nominees x where x.claim_id = (p_request).subject_id) n)) order by a.currency), '[]')
    from jsonb_to_recordset((p_request).payload -> 'amounts') a (currency text, amount text),
      (select array_agg(x.share order by x.id) as shares from compliance.claim_nominees x where x.claim_id = (p_request).subject_id) s
$$;
comment on function desk.json_claim_payment is 'What a request to pay nominees would pay.';
