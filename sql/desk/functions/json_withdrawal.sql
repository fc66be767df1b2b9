/* A withdrawal. */
create or replace function desk.json_withdrawal(p_withdrawal funding.withdrawals) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_withdrawal).id, 'reference', (p_withdrawal).reference, 'wallet', a.kind, 'amount', core.format_amount((p_withdrawal).amount, (p_withdrawal).currency),
    'fee', core.format_amount((p_withdrawal).fee, (p_withdrawal).currency), 'currency', (p_withdrawal).currency, 'destination_label', d.label, 'destination_tail', desk.destination_tail(d),
    'method_type', d.type, 'state', (p_withdrawal).state, 'reason', (p_withdrawal).reason, 'requested_at', (p_withdrawal).requested_at, 'decided_at', (p_withdrawal).decided_at,
    'sent_at', (p_withdrawal).sent_at, 'closed_at', (p_withdrawal).closed_at, 'transaction_reference', (p_withdrawal).transaction_reference)
    from ledger.accounts a, funding.destinations d where a.id = (p_withdrawal).account_id and d.id = (p_withdrawal).destination_id
$$;
comment on function desk.json_withdrawal is 'A withdrawal.';
