/* What the authority is owed of a calendar quarter, by currency and by what rules share as regime, form and code: what was withheld with value dates until a day, and what of it was
   paid over. The rule is the newest of those. Minor units. */
create or replace function payout.tax_sums(p_quarter_on date, p_until date) returns table (currency text, rule_id uuid, regime text, form text, code text, members bigint, gross bigint, tax bigint, deposited bigint)
language sql stable security definer set search_path = '' as $$
  select x.currency, (array_agg(r.id order by r.from_on desc))[1], r.regime, r.certificate_form, r.payment_code, count(distinct x.member_id), sum(x.gross)::bigint, sum(x.tax)::bigint,
         coalesce((select sum(d.amount) from payout.deposits d join payout.tax_rules o on o.id = d.rule_id
                    where d.quarter_on = p_quarter_on and d.currency = x.currency and o.regime = r.regime and o.certificate_form = r.certificate_form and o.payment_code is not distinct from r.payment_code), 0)::bigint
    from payout.tax_taken(null, p_quarter_on, least(p_until, (p_quarter_on + interval '3 months')::date - 1)) x join payout.tax_rules r on r.id = x.rule_id
   group by x.currency, r.regime, r.certificate_form, r.payment_code
$$;
comment on function payout.tax_sums is 'What the authority is owed of a quarter.';
