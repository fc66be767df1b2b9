/* A member's balances at the end of each of some days up to today, and what was credited in them by kind, in one currency: what the charts draw. Counted
   back from the balances of now, so that only the lines of these days are read, once. */
create or replace function desk.json_history(p_member bigint, p_currency text, p_from date, p_to date) returns jsonb
language sql stable set search_path = '' as $$
  with moves as materialized (
    select m.* from ledger.moves_since(p_member, p_currency, p_from - 1) m
  ), moved as (
    select m.value_on, sum(m.net) as total, coalesce(sum(m.net) filter (where m.wallet = 'INVESTED'), 0) as invested from moves m group by m.value_on
  ), opened as (
    select b.total - coalesce(sum(m.total), 0) as total, b.invested - coalesce(sum(m.invested), 0) as invested
      from (select coalesce(sum(w.balance), 0) as total, coalesce(sum(w.balance) filter (where w.kind = 'INVESTED'), 0) as invested
              from ledger.balances w where w.member_id = p_member and w.currency = p_currency) b left join moved m on true group by b.total, b.invested
  ), days as (
    select d::date as day_on, o.total + sum(coalesce(m.total, 0)) over (order by d) as total, o.invested + sum(coalesce(m.invested, 0)) over (order by d) as invested
      from generate_series(p_from, p_to, interval '1 day') d cross join opened o left join moved m on m.value_on = d::date
  ), credits as (
    select m.kind, sum(m.credits) as lines, sum(m.credited) as amount from moves m
     where m.wallet in ('INTEREST', 'EARNINGS') and m.credits > 0 and m.kind in ('accrual', 'bonus', 'referral', 'milestone', 'pair') and m.value_on <= p_to group by m.kind
  )
  select jsonb_build_object('currency', p_currency, 'from', p_from, 'to', p_to,
    'days', (select jsonb_agg(jsonb_build_object('on', d.day_on, 'total', core.format_amount(d.total, p_currency), 'invested', core.format_amount(d.invested, p_currency)) order by d.day_on) from days d),
    'credited', core.format_amount(coalesce((select sum(c.amount) from credits c), 0), p_currency),
    'credits', coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'lines', c.lines, 'amount', core.format_amount(c.amount, p_currency)) order by c.amount desc, c.kind) from credits c), '[]'))
$$;
comment on function desk.json_history is 'A member''s balances of the last days and credits by kind.';
