/* One line of a wallet as its member reads it; amount signed from the member's side. */
create or replace function desk.json_movement(p_line ledger.lines) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('id', j.id || '-' || (p_line).line_no, 'kind', j.kind, 'wallet', a.kind, 'currency', a.currency,
           'amount', core.format_amount((p_line).amount * a.side, a.currency), 'value_on', (p_line).value_on, 'posted_at', j.posted_at)
         || desk.movement_about(j.kind, j.cause, (p_line).source_id)
    from ledger.journals j, ledger.accounts a where j.id = (p_line).journal_id and a.id = (p_line).account_id);
end $$;
comment on function desk.json_movement is 'One movement of a wallet.';
