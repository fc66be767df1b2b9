/* Tax of one credit to EARNINGS that was just posted: what is due of the year with this credit and of earlier years, never more than its
   EARNINGS part; the rest is carried to the next credit. EARNINGS -> tax_payable. A PAN that is known by now lowers what is due of every year and refunds
   nothing. Amounts in minor units; p_subject: what the credit's holds name. Nothing happens where no rule holds. Call it in the transaction that posted the credit:
   the lock on the account is what makes the year's total exact. */
create or replace function payout.tax_credit(p_member bigint, p_account bigint, p_currency text, p_value_on date, p_amount bigint, p_earnings bigint, p_item bigint, p_commission bigint, p_subject uuid, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_rule payout.tax_rules := payout.rule_on('IN', 'per_tax_year', p_value_on);
  v_year date := payout.year_of(p_value_on);
  v_pan boolean := payout.pan_known(p_member);
  v_total bigint;
  v_due bigint;
  v_left bigint;
  v_one record;
  v_years date[] := '{}';
  v_dues bigint[] := '{}';
  v_credit bigint;
  v_journal bigint;
begin
  if v_rule.id is null then return; end if;
  v_total := p_amount + coalesce((select y.total from payout.years_of(p_member, p_currency) y where y.year_on = v_year), 0);
  v_due := 0;
  for v_one in
    select w.year_on, payout.tax_of_year(w.total, case when v_pan or r.no_pan_rate is null then r.rate else r.no_pan_rate end, payout.minor_units(r.threshold_units, p_currency)) - w.taken as due
      from (select y.year_on, y.total, y.taken, y.rule_id from payout.years_of(p_member, p_currency) y where y.year_on <> v_year
            union all select v_year, v_total, coalesce((select y.taken from payout.years_of(p_member, p_currency) y where y.year_on = v_year), 0), v_rule.id) w
      join payout.tax_rules r on r.id = w.rule_id order by w.year_on
  loop
    if v_one.due > 0 then
      v_years := v_years || v_one.year_on;
      v_dues := v_dues || v_one.due;
      v_due := v_due + v_one.due;
    end if;
  end loop;
  v_left := least(v_due, p_earnings);
  if v_left > 0 then
    perform payout.lower_holds(p_account, p_subject, p_earnings - v_left, p_at);
    v_journal := ledger.post('tax', p_value_on, null, p_subject, array[(p_account, v_left, p_item), (ledger.operator_account('tax_payable', p_currency), -v_left, p_item)]::ledger.line[]);
  end if;
  insert into payout.credits (item_id, commission_id, member_id, account_id, currency, value_on, year_on, amount, earnings, rule_id, pan_known, total, due, tax, journal_id, credited_at)
  values (p_item, p_commission, p_member, p_account, p_currency, p_value_on, v_year, p_amount, p_earnings, v_rule.id, v_pan, v_total, v_due, v_left, v_journal, p_at) returning id into v_credit;
  insert into payout.credit_taxes (credit_id, year_on, amount)
  select v_credit, d.year_on, least(d.due, v_left - (d.upto - d.due)) from (
    select u.year_on, u.due, sum(u.due) over (order by u.year_on) as upto from unnest(v_years, v_dues) u (year_on, due)) d where d.upto - d.due < v_left;
end $$;
comment on function payout.tax_credit is 'Tax of one credit that was just posted.';
