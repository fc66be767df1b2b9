/* Movements of a member's wallets, newest first, keyset by (journal, line). Each wallet is read from its own index, then merged. */
create or replace function desk.movements(p_member bigint, p_wallet text, p_currency text, p_kind text, p_from date, p_to date, p_cursor text, p_limit integer) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_limit integer := core.page_size(p_limit);
  v_journal bigint := 9223372036854775807;
  v_line integer := 0;
  v_rows ledger.lines[];
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}-[0-9]{1,9}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_journal := split_part(p_cursor, '-', 1)::bigint;
    v_line := split_part(p_cursor, '-', 2)::integer;
  end if;
  select array_agg(m.line order by (m.line).journal_id desc, (m.line).line_no desc) into v_rows from (
    select x.line from ledger.accounts a
      cross join lateral (
        select l::ledger.lines as line from ledger.lines l
         where l.account_id = a.id and (l.journal_id, l.line_no) < (v_journal, v_line)
           and (p_from is null or l.value_on >= p_from) and (p_to is null or l.value_on <= p_to)
           and (p_kind is null or exists (select from ledger.journals j where j.id = l.journal_id and j.kind::text = p_kind))
         order by l.journal_id desc, l.line_no desc limit v_limit + 1) x
     where a.member_id = p_member and (p_wallet is null or a.kind = p_wallet) and (p_currency is null or a.currency = p_currency)
     order by (x.line).journal_id desc, (x.line).line_no desc limit v_limit + 1) m;
  return jsonb_build_object(
    'items', coalesce((select jsonb_agg(desk.json_movement(r) order by n) from unnest(v_rows[1:v_limit]) with ordinality u (journal_id, account_id, amount, source_id, line_no, value_on, n),
       lateral (select (u.journal_id, u.account_id, u.amount, u.source_id, u.line_no, u.value_on)::ledger.lines as r) x), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).journal_id || '-' || (v_rows[v_limit]).line_no end);
end $$;
comment on function desk.movements is 'Movements of a member''s wallets.';
