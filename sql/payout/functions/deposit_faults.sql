/* Laws: what was paid over of a quarter's tax never exceeds what was withheld in it; a deposit is in the books once, as the register says it, and a payment of tax has its deposit. Over
   everything. */
create or replace function payout.deposit_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a quarter''s deposits never exceed its tax', 'tax of ' || d.quarter_on || ' under ' || d.regime || ' in ' || d.currency, 'at most ' || coalesce(s.tax, 0), d.sum::text
    from (select x.quarter_on, x.currency, r.regime, r.certificate_form, r.payment_code, sum(x.amount) as sum
            from payout.deposits x join payout.tax_rules r on r.id = x.rule_id group by x.quarter_on, x.currency, r.regime, r.certificate_form, r.payment_code) d
    left join lateral (select t.tax from payout.tax_sums(d.quarter_on, 'infinity') t
                        where t.currency = d.currency and t.regime = d.regime and t.form = d.certificate_form and t.code is not distinct from d.payment_code) s on true
   where d.sum > coalesce(s.tax, 0)
  union all
  select 'a deposit of tax is in the books once', 'deposit ' || d.reference, d.amount::text, coalesce(l.paid, 0) || ' of tax, ' || coalesce(l.cash, 0) || ' of cash'
    from payout.deposits d join funding.methods m on m.id = d.method_id
    left join lateral (select sum(x.amount) filter (where a.kind = 'tax_payable' and a.currency = d.currency) as paid, -sum(x.amount) filter (where a.id = m.account_id) as cash
                         from ledger.journals j join ledger.lines x on x.journal_id = j.id join ledger.accounts a on a.id = x.account_id
                        where j.id = d.journal_id and j.kind = 'tax_payment' and j.cause = d.request_id and j.value_on = d.paid_on) l on true
   where (d.amount, d.amount) is distinct from (l.paid, l.cash)
  union all
  select 'a payment of tax has its deposit', 'journal ' || j.id, 'a deposit', 'none' from ledger.journals j where j.kind = 'tax_payment' and not exists (select from payout.deposits d where d.journal_id = j.id)
$$;
comment on function payout.deposit_faults is 'Deposits of tax that are not what was withheld or what the books say.';
