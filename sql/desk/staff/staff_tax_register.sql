-- owner: reader
/* The tax register of the calendar quarter a day lies in: each member by currency and rule with what tax was taken of; the sums for the authority with what was paid over and what is left;
   the payments with their references, those that wait for approval, and for who may ask for one
   the accounts it can come from. Without a day: the quarter of today. */
create or replace function desk.staff_tax_register(p_token text, p_on date default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.read');
  v_today date := core.business_date(core.business_now(), core.setting('timezone'));
  v_from date;
  v_until date;
begin
  if p_on < date '2000-01-01' or p_on > date '9999-09-30' then perform core.refuse('invalid_input', 'on'); end if;
  v_from := date_trunc('quarter', coalesce(p_on, v_today))::date;
  v_until := (v_from + interval '3 months')::date - 1;
  return (with lines as (
      select x.member_id, x.currency, x.rule_id, count(*) as n, sum(x.gross) as gross, sum(x.tax) as tax from payout.tax_taken(null, v_from, v_until) x group by x.member_id, x.currency, x.rule_id)
    select jsonb_build_object('from_on', v_from, 'until_on', v_until, 'today', v_today, 'over', v_until < v_today,
      'items', coalesce((select jsonb_agg(jsonb_build_object('member', jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)), 'pan', payout.pan_known(m.id), 'currency', l.currency,
          'regime', r.regime, 'rate', r.rate::text, 'form', r.certificate_form, 'code', r.payment_code, 'count', l.n, 'gross', core.format_amount(l.gross, l.currency), 'tax', core.format_amount(l.tax, l.currency))
          order by l.currency, r.regime, r.payment_code, m.last_name, m.first_name, m.id, r.from_on)
        from lines l join identity.members m on m.id = l.member_id join payout.tax_rules r on r.id = l.rule_id), '[]')))
    || jsonb_build_object(
      'sums', coalesce((select jsonb_agg(jsonb_build_object('rule', s.rule_id, 'currency', s.currency, 'regime', s.regime, 'form', s.form, 'code', s.code, 'members', s.members, 'gross', core.format_amount(s.gross, s.currency),
          'tax', core.format_amount(s.tax, s.currency), 'deposited', core.format_amount(s.deposited, s.currency), 'left', core.format_amount(s.tax - s.deposited, s.currency)) order by s.currency, s.regime, s.form, s.code)
        from payout.tax_sums(v_from, v_until) s), '[]'),
      'deposits', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'request', d.request_id, 'reference', d.reference, 'paid_on', d.paid_on, 'amount', core.format_amount(d.amount, d.currency), 'currency', d.currency,
          'regime', r.regime, 'form', r.certificate_form, 'code', r.payment_code, 'method', m.name) order by d.paid_on desc, d.id desc)
        from payout.deposits d join payout.tax_rules r on r.id = d.rule_id join funding.methods m on m.id = d.method_id where d.quarter_on = v_from), '[]'),
      'waiting', coalesce((select jsonb_agg(jsonb_build_object('request', q.id, 'reference', q.payload ->> 'reference', 'amount', core.format_amount(q.amount, q.currency), 'currency', q.currency) order by q.created_at)
        from approval.requests q where q.kind = 'tax_deposit' and q.state = 'pending' and q.payload ->> 'quarter_on' = v_from::text), '[]'),
      'methods', case when identity.may(v_caller.role, 'treasury.write') then (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'currency', m.currency, 'balance', core.format_amount(b.balance, b.currency)) order by m.currency, m.name), '[]')
          from funding.methods m join ledger.balances b on b.account_id = m.account_id) else '[]' end,
      'payable', coalesce((select jsonb_agg(jsonb_build_object('currency', b.currency, 'amount', core.format_amount(b.balance, b.currency)) order by b.currency) from ledger.balances b where b.member_id is null and b.kind = 'tax_payable' and b.balance <> 0), '[]'));
end $$;
comment on function desk.staff_tax_register is 'The tax register of a quarter.';
