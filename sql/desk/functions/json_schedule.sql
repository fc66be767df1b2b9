/* Every day of a term: k, value date, credit, cumulative. */
create or replace function desk.json_schedule(p_amount bigint, p_rate numeric, p_start date, p_days integer, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('k', k, 'on', p_start + k,
      'credit', core.decimal_text(invest.cumulative(p_amount, p_rate, k) - invest.cumulative(p_amount, p_rate, k - 1), c.exponent),
      'cumulative', core.decimal_text(invest.cumulative(p_amount, p_rate, k), c.exponent)) order by k), '[]')
    from generate_series(1, p_days) k, core.currencies c where c.code = p_currency
$$;
comment on function desk.json_schedule is 'Every day of a term.';
