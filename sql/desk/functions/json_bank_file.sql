/* A file for the bank as its page shows it: what stands in it, from which account, and how much of it the bank has answered. */
create or replace function desk.json_bank_file(p_file payout.bank_files) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_file).id, 'reference', (p_file).reference, 'currency', (p_file).currency, 'lines', (p_file).lines, 'sum', core.format_amount((p_file).sum, (p_file).currency), 'made_at', (p_file).made_at,
    'method', (select m.name from funding.methods m where m.id = (p_file).method_id),
    'open', count(*) filter (where p.state = 'sent'), 'paid', count(*) filter (where p.state = 'paid'), 'returned', count(*) filter (where p.state not in ('sent', 'paid')))
    from payout.payouts p where p.file_id = (p_file).id
$$;
comment on function desk.json_bank_file is 'A file for the bank as its page shows it.';
