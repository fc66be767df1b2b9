/* Statement of a member's wallets over value dates, both ends included: each wallet opens, moves and closes, and a statement that does
   not add up is not answered. Its pages are of one moment: the cursor says up to which journal each wallet is read, so that what is
   posted between two pages with an earlier value date changes no balance. */
create or replace function desk.statement(p_member bigint, p_wallet text, p_currency text, p_from date, p_to date, p_cursor text, p_limit integer) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 1000);
  -- Wallet, day, journal and line of the last movement read, then what each wallet is read up to.
  v_place text[] := regexp_match(p_cursor, '^([0-9]{1,18})\.([0-9]{1,6})\.([0-9]{1,18})\.([0-9]{1,9})~([0-9]{1,18}:[0-9]{1,18}(?:,[0-9]{1,18}:[0-9]{1,18})*)$');
  v_through jsonb := (select jsonb_object_agg(split_part(t, ':', 1), split_part(t, ':', 2)) from unnest(string_to_array(v_place[5], ',')) t);
  v_answer jsonb;
  v_wrong text;
begin
  if p_cursor is not null and v_place is null then perform core.refuse('invalid_input', 'cursor'); end if;
  with wallets as materialized (
    select a.id, a.kind, a.currency, a.side,
           row_number() over (order by a.currency <> core.setting('currency'), a.currency, array_position(array['DEPOSIT', 'INTEREST', 'EARNINGS', 'INVESTED', 'EMI_RESERVE'], a.kind)) as n,
           case when v_through is null then coalesce((select max(l.journal_id) from ledger.lines l where l.account_id = a.id), 0) else coalesce((v_through ->> a.id::text)::bigint, 0) end as through
      from ledger.accounts a where a.member_id = p_member and (p_wallet is null or a.kind = p_wallet) and (p_currency is null or a.currency = p_currency)
  ), opened as materialized (
    select w.*, ledger.balance_through(w.id, p_from - 1, w.through) as opening, ledger.balance_through(w.id, p_to, w.through) as closing from wallets w
  ), moved as materialized (
    select o.n, o.id as account_id, o.side, o.currency, l.journal_id, l.line_no, l.value_on, l.kind, l.cause, l.source_id, l.amount,
           o.opening + sum(l.amount) over (partition by o.n order by l.value_on, l.journal_id, l.line_no) as balance
      from opened o cross join lateral ledger.statement(o.id, p_from, p_to, o.through) l
  ), sections as materialized (
    select o.*, m.lines, m.money_in, m.money_out, m.kinds, o.opening + m.money_in - m.money_out = o.closing as adds_up
      from opened o cross join lateral (
        select coalesce(sum(k.lines), 0) as lines, coalesce(sum(k.money_in), 0) as money_in, coalesce(sum(k.money_out), 0) as money_out,
               coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'lines', k.lines, 'money_in', core.format_amount(k.money_in, o.currency), 'money_out', core.format_amount(k.money_out, o.currency)) order by k.kind), '[]') as kinds
          from (select x.kind, count(*) as lines, coalesce(sum(x.amount) filter (where x.amount > 0), 0) as money_in, coalesce(sum(-x.amount) filter (where x.amount < 0), 0) as money_out
                  from moved x where x.n = o.n group by x.kind) k) m
  ), page as materialized (
    select m.*, row_number() over (order by m.n, m.value_on, m.journal_id, m.line_no) as nth from moved m
     where v_place is null
        or (m.n, m.value_on, m.journal_id, m.line_no) > ((select w.n from wallets w where w.id = v_place[1]::bigint), date '2000-01-01' + v_place[2]::integer, v_place[3]::bigint, v_place[4]::integer)
     order by m.n, m.value_on, m.journal_id, m.line_no limit v_limit + 1
  )
  select jsonb_build_object(
      'sections', coalesce((select jsonb_agg(jsonb_build_object('wallet', s.kind, 'currency', s.currency, 'opening', core.format_amount(s.opening, s.currency), 'money_in', core.format_amount(s.money_in, s.currency),
          'money_out', core.format_amount(s.money_out, s.currency), 'closing', core.format_amount(s.closing, s.currency), 'lines', s.lines, 'kinds', s.kinds) order by s.n)
        from sections s where s.lines > 0 or s.opening <> 0), '[]'),
      'items', coalesce((select jsonb_agg(desk.json_movement((p.journal_id, p.account_id, p.amount * p.side, p.source_id, p.line_no, p.value_on)::ledger.lines)
          || jsonb_build_object('balance', core.format_amount(p.balance, p.currency), 'terms', desk.movement_terms(p.kind, p.cause, p.source_id, p.value_on, p.currency),
               'seal', (select z.id::text from ledger.seals z where z.highest >= p.journal_id and p.journal_id <@ z.journal_ids order by z.highest limit 1)) order by p.nth)
        from page p where p.nth <= v_limit), '[]'),
      'next', (select p.account_id || '.' || (p.value_on - date '2000-01-01') || '.' || p.journal_id || '.' || p.line_no || '~' || (select string_agg(w.id || ':' || w.through, ',' order by w.n) from wallets w)
        from page p where p.nth = v_limit and exists (select from page q where q.nth > v_limit))),
    (select string_agg(s.id || ': ' || s.opening || ' + ' || s.money_in || ' - ' || s.money_out || ' is not ' || s.closing, ', ') from sections s where not s.adds_up)
    into v_answer, v_wrong;
  if v_wrong is not null then raise exception 'the statement of account % does not add up', v_wrong using errcode = 'XX000'; end if;
  return v_answer;
end $$;
comment on function desk.statement is 'Statement of a member''s wallets.';
