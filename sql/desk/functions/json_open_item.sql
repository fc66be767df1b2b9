/* An item that stands on one side only, with what staff need to recognise it. Bank texts may be personal: only for functions that ask for
   reconciliation.read. */
create or replace function desk.json_open_item(p_item treasury.open_item, p_account bigint, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'item', case (p_item).side when 'bank' then 'line:' || (p_item).line_id when 'books' then 'entry:' || (p_item).journal_id || '-' || (p_item).line_no else 'opening' end,
    'side', (p_item).side, 'amount', core.format_amount((p_item).amount, p_currency), 'on', (p_item).dated_on, 'reason', (p_item).reason, 'note', (p_item).note,
    'explained_by', case when (p_item).explained_by is not null then identity.person_name((p_item).explained_by) end,
    'text', l.text, 'reference', coalesce(e.reference, l.reference), 'bank_reference', coalesce(e.transfer_reference, l.bank_reference), 'kind', e.kind,
    'later', case (p_item).side when 'bank' then exists (select from treasury.matches m where m.line_id = (p_item).line_id)
       when 'books' then exists (select from treasury.matches m where (m.account_id, m.journal_id, m.line_no) = (p_account, (p_item).journal_id, (p_item).line_no)) end))
    from (select 1) one left join treasury.statement_lines l on l.id = (p_item).line_id
    left join lateral (select j.kind::text as kind, coalesce(d.reference, w.reference, r.reference) as reference, coalesce(d.transaction_reference, w.transaction_reference) as transfer_reference
      from ledger.journals j left join funding.deposits d on d.id = j.cause and j.kind = 'deposit'
      left join funding.withdrawals w on w.id = j.cause and j.kind in ('withdrawal_settlement', 'withdrawal_return') left join approval.requests r on r.id = j.cause
     where j.id = (p_item).journal_id) e on true
$$;
comment on function desk.json_open_item is 'An item that stands on one side only.';
