/* Coverage per currency (spec 2.5): percentages as text, rounded down; null when nothing is owed. */
create or replace function desk.json_coverage(p_at timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('currency', c.currency,
      'client', desk.percent_down(c.bank + c.deployed, c.owed), 'liquid', desk.percent_down(c.bank, c.owed - c.invested),
      'forward', desk.percent_down(c.returns, coalesce(d.due, 0) + c.returns_awaiting),
      'held', core.format_amount(c.bank + c.deployed, c.currency), 'bank', core.format_amount(c.bank, c.currency), 'deployed', core.format_amount(c.deployed, c.currency),
      'owed', core.format_amount(c.owed, c.currency), 'invested', core.format_amount(c.invested, c.currency), 'returns', core.format_amount(c.returns, c.currency),
      'due_30d', core.format_amount(coalesce(d.due, 0), c.currency), 'awaiting_count', c.awaiting_count, 'awaiting_sum', core.format_amount(c.awaiting_sum, c.currency), 'awaiting_oldest_on', c.awaiting_oldest_on,
      'short', c.bank + c.deployed < c.owed) order by c.currency <> core.setting('currency'), c.currency), '[]')
    from treasury.coverage() c
    left join invest.due_between(core.business_date(p_at, core.setting('timezone')), core.business_date(p_at, core.setting('timezone')) + 30) d on d.currency = c.currency
   where c.owed <> 0 or c.bank <> 0
$$;
comment on function desk.json_coverage is 'Coverage per currency.';
