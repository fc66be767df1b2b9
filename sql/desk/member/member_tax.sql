-- owner: reader
/* The tax that was taken of what the caller earned: by calendar quarter, currency and rule, newest first, and by financial year what was credited, what was taken and what is carried on. */
create or replace function desk.member_tax(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me bigint := v_caller.actor_id;
  v_pan boolean := payout.pan_known(v_me);
begin
  return jsonb_build_object('regime', core.setting('tax_regime'), 'pan_known', v_pan,
    'quarters', coalesce((select jsonb_agg(jsonb_build_object('from_on', q.from_on, 'until_on', (q.from_on + interval '3 months')::date - 1, 'currency', q.currency, 'regime', r.regime, 'rate', r.rate::text,
        'form', r.certificate_form, 'code', r.payment_code, 'count', q.n, 'gross', core.format_amount(q.gross, q.currency), 'tax', core.format_amount(q.tax, q.currency)) order by q.from_on desc, q.currency, r.regime, r.from_on)
      from (select date_trunc('quarter', x.value_on)::date as from_on, x.currency, x.rule_id, count(*) as n, sum(x.gross) as gross, sum(x.tax) as tax
              from payout.tax_taken(v_me, '-infinity', 'infinity') x group by 1, 2, 3) q join payout.tax_rules r on r.id = q.rule_id), '[]'),
    'years', coalesce((select jsonb_agg(jsonb_build_object('year_on', y.year_on, 'currency', k.code, 'total', core.format_amount(y.total, k.code), 'taken', core.format_amount(y.taken, k.code),
        'carried', core.format_amount(greatest(0, payout.tax_of_year(y.total, case when v_pan or r.no_pan_rate is null then r.rate else r.no_pan_rate end, payout.minor_units(r.threshold_units, k.code)) - y.taken), k.code)) order by y.year_on desc, k.code)
      from core.currencies k cross join lateral payout.years_of(v_me, k.code) y join payout.tax_rules r on r.id = y.rule_id), '[]'));
end $$;
comment on function desk.member_tax is 'The tax that was taken of what the caller earned.';
