/* Lines of a journal for staff, at most p_most after line p_after, in order. */
create or replace function desk.json_journal_lines(p_journal bigint, p_after integer, p_most integer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('no', x.line_no, 'account', x.account_id::text, 'name', a.kind, 'currency', a.currency,
           'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = a.member_id),
           'debit', case when x.amount > 0 then core.format_amount(x.amount, a.currency) end, 'credit', case when x.amount < 0 then core.format_amount(-x.amount, a.currency) end) order by x.line_no), '[]')
    from (select l.* from ledger.lines l where l.journal_id = p_journal and l.line_no > p_after order by l.line_no limit p_most) x join ledger.accounts a on a.id = x.account_id
$$;
comment on function desk.json_journal_lines is 'Lines of a journal for staff.';
