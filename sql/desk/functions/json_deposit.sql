/* A deposit. */
create or replace function desk.json_deposit(p_deposit funding.deposits) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_deposit).id, 'reference', (p_deposit).reference, 'method_name', m.name, 'method_type', m.type,
    'amount', core.format_amount((p_deposit).amount, (p_deposit).currency), 'received', core.format_amount((p_deposit).received, (p_deposit).currency), 'currency', (p_deposit).currency,
    'transaction_reference', (p_deposit).transaction_reference, 'state', (p_deposit).state, 'reason', (p_deposit).reason,
    'submitted_at', (p_deposit).submitted_at, 'decided_at', (p_deposit).decided_at, 'has_file', (p_deposit).file_id is not null, 'file', (p_deposit).file_id)
    from funding.methods m where m.id = (p_deposit).method_id
$$;
comment on function desk.json_deposit is 'A deposit.';
