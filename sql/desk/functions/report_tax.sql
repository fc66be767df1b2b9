/* Tax that was withheld, by quarter and regime: members, how often, of what, and how much by the register; beside it what the books say (tax_payable, by value date: at credit as a journal of its own, at payout in the
   payout's). Minor units. */
create or replace function desk.report_tax(p_from date, p_until date, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  with register as (
    select date_trunc('quarter', x.value_on::timestamp)::date as on_day, r.regime, count(distinct x.member_id) as members, count(*) as count, sum(x.gross) as gross, sum(x.tax) as tax
      from payout.tax_taken(null, p_from, p_until) x join payout.tax_rules r on r.id = x.rule_id where x.currency = p_currency group by 1, 2),
  books as (
    select date_trunc('quarter', s.value_on::timestamp)::date as on_day, case s.kind when 'tax' then 'IN' else 'SEED' end as regime, sum(s.credit - s.debit) as booked
      from ledger.day_sums(p_currency, p_from, p_until) s where s.account_kind = 'tax_payable' and s.kind <> 'tax_payment' group by 1, 2),
  figures as (
    select coalesce(g.on_day, b.on_day) as on_day, coalesce(g.regime, b.regime) as regime, coalesce(g.members, 0) as members, coalesce(g.count, 0) as count, coalesce(g.gross, 0) as gross, coalesce(g.tax, 0) as tax, coalesce(b.booked, 0) as booked
      from register g full join books b on b.on_day = g.on_day and b.regime = g.regime)
  select jsonb_build_object('some', exists (select from figures),
    'rows', coalesce((select jsonb_agg(jsonb_build_object('on', f.on_day, 'regime', f.regime, 'members', f.members, 'count', f.count, 'gross', core.format_amount(f.gross, p_currency), 'tax', core.format_amount(f.tax, p_currency), 'booked_tax', core.format_amount(f.booked, p_currency))
        order by f.on_day, f.regime) from figures f), '[]'),
    'totals', (select jsonb_build_object('count', coalesce(sum(f.count), 0), 'gross', core.format_amount(coalesce(sum(f.gross), 0), p_currency), 'tax', core.format_amount(coalesce(sum(f.tax), 0), p_currency), 'booked_tax', core.format_amount(coalesce(sum(f.booked), 0), p_currency)) from figures f))
$$;
comment on function desk.report_tax is 'Tax that was withheld, by quarter and regime.';
