/* The lines of a journal asked for by hand, with what each account holds now. Of accounts that are not open yet the balance is null. */
create or replace function desk.json_manual_lines(p_request approval.requests) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('no', x.n, 'account', b.account_id::text, 'name', x.line ->> 'account', 'currency', (p_request).currency,
           'member', case when b.member_id is not null or x.line ->> 'account' ~ '^[A-Z]' then (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = (p_request).beneficiary_id) end,
           'debit', nullif(x.line ->> 'debit', ''), 'credit', nullif(x.line ->> 'credit', ''), 'balance', core.format_amount(b.balance, b.currency)) order by x.n), '[]')
    from jsonb_array_elements((p_request).payload -> 'lines') with ordinality x (line, n)
    left join ledger.balances b on b.kind = x.line ->> 'account' and b.currency = (p_request).currency and b.member_id is not distinct from case when x.line ->> 'account' ~ '^[A-Z]' then (p_request).beneficiary_id end
$$;
comment on function desk.json_manual_lines is 'The lines of a journal asked for by hand.';
