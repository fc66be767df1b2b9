/* A day's reconciliation in figures (minor units). Requirement: the books at the end of that value date. Bank: the closing balance the
   newest statement states, else the opening balance and every line since. Whatever no item accounts for is the remainder. Null when
   the account has no statement yet. */
create or replace function treasury.day_figures(p_account bigint, p_on date) returns treasury.day_figures
language sql stable security definer set search_path = '' as $$
  with items as materialized (select * from treasury.open_items(p_account, p_on)),
  sums as (select count(*) filter (where side = 'bank') as bank_count, coalesce(sum(amount) filter (where side = 'bank'), 0)::bigint as bank_sum,
                  count(*) filter (where side = 'books') as books_count, coalesce(sum(amount) filter (where side = 'books'), 0)::bigint as books_sum,
                  coalesce(sum(amount) filter (where side = 'opening'), 0)::bigint as opening_difference, count(*) filter (where reason is null) as unexplained,
                  coalesce(string_agg(i::text, E'\n' order by i.side, i.dated_on, i.line_id, i.journal_id, i.line_no), '') as listed from items i),
  told as (
    select ledger.balance_as_of(p_account, p_on) as requirement, s.balance is not null as stated,
           coalesce(s.balance, a.opening + coalesce((select sum(l.amount) from treasury.statement_lines l where l.account_id = p_account and l.booked_on <= p_on), 0))::bigint as bank_balance,
           (select count(*) from treasury.matches m join treasury.statement_lines l on l.id = m.line_id where m.account_id = p_account and l.booked_on <= p_on) as matched_count
      from treasury.reconciled_accounts a
      left join lateral (select b.balance from treasury.stated_balances b join treasury.statements t on t.id = b.statement_id
                          where b.account_id = p_account and b.day_on = p_on order by t.imported_at desc, t.id desc limit 1) s on true
     where a.account_id = p_account and a.begins_on <= p_on)
  select t.requirement, t.bank_balance, t.stated, s.opening_difference, t.matched_count, s.bank_count, s.bank_sum, s.books_count, s.books_sum, s.unexplained,
         t.bank_balance - t.requirement - (s.opening_difference + s.bank_sum - s.books_sum),
         sha256(convert_to(jsonb_build_array(t.requirement, t.bank_balance, t.matched_count)::text || s.listed, 'UTF8'))
    from told t cross join sums s
$$;
comment on function treasury.day_figures is 'A day''s reconciliation in figures.';
