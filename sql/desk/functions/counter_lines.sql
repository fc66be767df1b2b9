/* The lines of a journal that a member may see: all of a small one, own and operator lines of a compound one. Strangers' lines never. */
create or replace function desk.counter_lines(p_line ledger.lines, p_journal ledger.journals) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('wallet_or_account', a.kind, 'amount', core.format_amount(l.amount * a.side, a.currency), 'currency', a.currency, 'own', l.own) order by l.line_no), '[]')
    from (select x.*, x.account_id in (select o.id from ledger.accounts o where o.member_id = (select m.member_id from ledger.accounts m where m.id = (p_line).account_id)) as own from ledger.lines x where x.journal_id = (p_line).journal_id) l
    join ledger.accounts a on a.id = l.account_id
   where (p_journal).line_count <= 6 and (l.own or a.member_id is null) or l.line_no = (p_line).line_no
$$;
comment on function desk.counter_lines is 'The lines of a journal that a member may see.';
