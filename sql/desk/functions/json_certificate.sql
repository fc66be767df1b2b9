/* A member's certificate of tax of the calendar quarter that begins on a day: for each form and code what tax was taken of, day by day, the sums, and the references with which the
   quarter's tax was paid over to the authority. Refuses `not_found` where nothing of the member's was in the scope of a rule. */
create or replace function desk.json_certificate(p_member bigint, p_quarter_on date) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_until date := (p_quarter_on + interval '3 months')::date - 1;
  v_zone text := core.setting('timezone');
  v_parts jsonb;
begin
  with rows as (
    select x.currency, r.regime, r.certificate_form as form, r.payment_code as code, r.rate, x.value_on, x.source, x.reference, count(*) as n, sum(x.gross) as gross, sum(x.tax) as tax, (array_agg(r.id))[1] as rule_id
      from payout.tax_taken(p_member, p_quarter_on, v_until) x join payout.tax_rules r on r.id = x.rule_id group by 1, 2, 3, 4, 5, 6, 7, 8),
  parts as (
    select s.currency, s.regime, s.form, s.code, sum(s.gross) as gross, sum(s.tax) as tax, (array_agg(s.rule_id))[1] as rule_id,
           jsonb_agg(jsonb_build_object('on', s.value_on, 'source', s.source, 'reference', s.reference, 'count', s.n, 'rate', s.rate::text, 'gross', core.format_amount(s.gross::bigint, s.currency), 'tax', core.format_amount(s.tax::bigint, s.currency))
             order by s.value_on, s.source, s.reference, s.rate) as rows
      from rows s group by s.currency, s.regime, s.form, s.code)
  select jsonb_agg(jsonb_build_object('currency', p.currency, 'regime', p.regime, 'form', p.form, 'code', p.code, 'gross', core.format_amount(p.gross::bigint, p.currency), 'tax', core.format_amount(p.tax::bigint, p.currency), 'rows', p.rows,
      'deposits', (select coalesce(jsonb_agg(jsonb_build_object('reference', d.reference, 'paid_on', d.paid_on) order by d.paid_on, d.reference), '[]') from payout.deposit_references(p_quarter_on, p.rule_id, p.currency) d))
      order by p.currency, p.regime, p.form, p.code) into v_parts from parts p;
  if v_parts is null then perform core.refuse('not_found'); end if;
  return jsonb_build_object('company', core.setting('company'), 'from_on', p_quarter_on, 'until_on', v_until, 'over', v_until < core.business_date(core.business_now(), v_zone), 'timezone', v_zone, 'made_at', core.business_now(),
    'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name), 'email', m.email) from identity.members m where m.id = p_member),
    'pan', (select d.number_last4 from compliance.documents d where d.member_id = p_member and d.kind = 'pan' and d.removed_at is null and not d.proposed and payout.pan_known(p_member)), 'parts', v_parts);
end $$;
comment on function desk.json_certificate is 'A member''s certificate of tax of a quarter.';
