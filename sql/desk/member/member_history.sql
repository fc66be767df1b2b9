-- owner: reader
/* Balances of the caller at the end of each of the last days, and what was credited in them by kind, in one currency: what the charts
   draw. Balances open with a snapshot, so that only the lines of these days are read, once. */
create or replace function desk.member_history(p_token text, p_currency text default null, p_days integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me bigint := v_caller.actor_id;
  v_currency text := coalesce(p_currency, core.setting('currency'));
  v_to date := core.business_date(core.business_now(), core.setting('timezone'));
  v_from date := v_to + 1 - least(greatest(coalesce(p_days, 90), 7), 366);
begin
  return (
    with wallets as materialized (
      select a.id, a.kind, ledger.balance_through(a.id, v_from - 1, 9223372036854775807) as opening from ledger.accounts a where a.member_id = v_me and a.currency = v_currency
    ), moved as materialized (
      select w.kind as wallet, l.kind, l.value_on, l.amount from wallets w cross join lateral ledger.statement(w.id, v_from, v_to) l
    ), moves as (
      select m.value_on, sum(m.amount) as total, coalesce(sum(m.amount) filter (where m.wallet = 'INVESTED'), 0) as invested from moved m group by m.value_on
    ), opened as (
      select coalesce(sum(w.opening), 0) as total, coalesce(sum(w.opening) filter (where w.kind = 'INVESTED'), 0) as invested from wallets w
    ), days as (
      select d::date as day_on, o.total + sum(coalesce(m.total, 0)) over (order by d) as total, o.invested + sum(coalesce(m.invested, 0)) over (order by d) as invested
        from generate_series(v_from, v_to, interval '1 day') d cross join opened o left join moves m on m.value_on = d::date
    ), credits as (
      select m.kind, count(*) as lines, sum(m.amount) as amount from moved m
       where m.wallet in ('INTEREST', 'EARNINGS') and m.amount > 0 and m.kind in ('accrual', 'bonus', 'referral', 'milestone', 'pair') group by m.kind
    )
    select jsonb_build_object('currency', v_currency, 'from', v_from, 'to', v_to,
      'currencies', coalesce((select jsonb_agg(c.currency order by c.currency <> core.setting('currency'), c.currency) from (select distinct a.currency from ledger.accounts a where a.member_id = v_me) c), '[]'),
      'days', (select jsonb_agg(jsonb_build_object('on', d.day_on, 'total', core.format_amount(d.total, v_currency), 'invested', core.format_amount(d.invested, v_currency)) order by d.day_on) from days d),
      'credits', coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'lines', c.lines, 'amount', core.format_amount(c.amount, v_currency)) order by c.amount desc, c.kind) from credits c), '[]')));
end $$;
comment on function desk.member_history is 'Balances of the last days and credits by kind.';
