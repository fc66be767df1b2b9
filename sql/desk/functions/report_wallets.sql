/* Lines of members' wallets, newest journal first, and sums by kind over all of them. p_cursor: journal and line of the last one read; p_seen: only what had been committed then, for a file of one moment.
   Refuses `invalid_input` at `cursor`. */
create or replace function desk.report_wallets(p_from date, p_until date, p_currency text, p_wallet text, p_cursor text, p_limit integer, p_seen pg_snapshot default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_place text[] := regexp_match(p_cursor, '^([0-9]{1,18})-([0-9]{1,9})$');
  v_kinds jsonb;
begin
  if p_cursor is not null and v_place is null then perform core.refuse('invalid_input', 'cursor'); end if;
  -- A file has asked for the sums once.
  if p_seen is null then
    select jsonb_build_object('some', coalesce(sum(k.lines), 0) > 0, 'lines', coalesce(sum(k.lines), 0),
        'kinds', coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'lines', k.lines, 'in', core.format_amount(k.credit, p_currency), 'out', core.format_amount(k.debit, p_currency), 'net', core.format_amount(k.credit - k.debit, p_currency)) order by k.credit + k.debit desc, k.kind), '[]'),
        'totals', jsonb_build_object('lines', coalesce(sum(k.lines), 0), 'in', core.format_amount(coalesce(sum(k.credit), 0), p_currency), 'out', core.format_amount(coalesce(sum(k.debit), 0), p_currency), 'net', core.format_amount(coalesce(sum(k.credit - k.debit), 0), p_currency)))
      into v_kinds
      from (select s.kind, sum(s.lines) as lines, sum(s.credit) as credit, sum(s.debit) as debit from ledger.day_sums(p_currency, p_from, p_until) s
             where s.account_kind in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED') and (p_wallet is null or s.account_kind = p_wallet) group by s.kind) k;
  end if;
  return (with page as materialized (
      select l.*, row_number() over (order by l.journal_id desc, l.line_no desc) as nth
        from ledger.wallet_lines(p_currency, p_wallet, p_from, p_until, coalesce(v_place[1]::bigint, 9223372036854775807), coalesce(v_place[2]::integer, 2147483647), p_limit + 1, p_seen) l)
    select coalesce(v_kinds, '{}') || jsonb_build_object(
      'rows', coalesce((select jsonb_agg(jsonb_build_object('id', p.journal_id || '-' || p.line_no, 'on', p.value_on, 'posted_at', p.posted_at, 'member_id', m.public_id, 'member', btrim(m.first_name || ' ' || m.last_name),
          'wallet', p.wallet, 'kind', p.kind, 'amount', core.format_amount(p.amount, p_currency)) order by p.nth) from page p join identity.members m on m.id = p.member_id where p.nth <= p_limit), '[]'),
      'next', (select p.journal_id || '-' || p.line_no from page p where p.nth = p_limit and exists (select from page q where q.nth > p_limit))));
end $$;
comment on function desk.report_wallets is 'Lines of members'' wallets.';
