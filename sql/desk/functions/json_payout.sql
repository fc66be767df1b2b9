/* A payout. */
create or replace function desk.json_payout(p_payout payout.payouts) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_payout).id, 'reference', (p_payout).reference, 'currency', (p_payout).currency, 'gross', core.format_amount((p_payout).gross, (p_payout).currency),
    'tax', core.format_amount((p_payout).tax, (p_payout).currency), 'net', core.format_amount((p_payout).gross - (p_payout).tax, (p_payout).currency), 'emi', core.format_amount((p_payout).emi, (p_payout).currency),
    'bank', core.format_amount((p_payout).bank, (p_payout).currency), 'destination_label', d.label, 'destination_tail', desk.destination_tail(d), 'state', (p_payout).state, 'reason', (p_payout).reason,
    'file', (select f.reference from payout.bank_files f where f.id = (p_payout).file_id), 'requested_at', (p_payout).requested_at, 'decided_at', (p_payout).decided_at, 'sent_at', (p_payout).sent_at,
    'closed_at', (p_payout).closed_at, 'reversed_at', (p_payout).reversed_at)
    from funding.destinations d where d.id = (p_payout).destination_id
$$;
comment on function desk.json_payout is 'A payout.';
