/* What happens with the principal of a contract at its end: the choice and until when it can be changed, its history, the terms under which
   it would be invested again today or what stands in the way, and what became of it. */
create or replace function desk.json_maturity(p_investment invest.investments, p_at timestamptz) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_id bigint := (p_investment).id;
  v_currency text := (p_investment).currency;
  v_on date := core.business_date(p_at, (p_investment).timezone);
  v_version invest.plan_versions;
  v_obstacle text;
  v_terms record;
  v_again jsonb;
begin
  if (p_investment).state = 'active' then
    v_version := invest.current_version((p_investment).plan_id, v_on);
    v_obstacle := case when v_version.id is null then 'not_active' when (p_investment).amount < v_version.minimum then 'below_minimum' when (p_investment).amount > v_version.maximum then 'above_maximum'
      when core.setting('require_kyc')::boolean and exists (select from identity.members m where m.id = (p_investment).member_id and m.kyc_approved_at is null) then 'kyc_required' end;
    v_again := jsonb_build_object('obstacle', v_obstacle, 'terms', null);
    if v_obstacle is null then
      select * into v_terms from invest.quote(v_version, (p_investment).amount, (p_investment).end_on);
      v_again := v_again || jsonb_build_object('terms', jsonb_build_object('version', v_version.version, 'daily_rate', v_version.daily_rate::text, 'end_on', v_terms.end_on, 'days', v_terms.days,
        'total', core.format_amount(v_terms.total, v_currency), 'risk_text', v_version.risk_text));
    end if;
  end if;
  return jsonb_build_object('choice', invest.chosen(v_id), 'change_until', (p_investment).end_on - 1, 'may_change', (p_investment).state = 'active' and v_on < (p_investment).end_on, 'again', v_again,
    'changes', coalesce((select jsonb_agg(jsonb_build_object('choice', n.choice, 'at', n.chosen_at) order by n.id desc) from invest.instructions n where n.investment_id = v_id), '[]'),
    'renewal', (select jsonb_build_object('state', r.state, 'reason', r.reason, 'at', r.done_at, 'into', case when i.id is not null then jsonb_build_object('id', i.public_id, 'reference', i.reference) end)
      from invest.renewals r left join invest.investments i on i.id = r.renewed_id where r.investment_id = v_id),
    'renews', (select jsonb_build_object('id', i.public_id, 'reference', i.reference) from invest.renewals r join invest.investments i on i.id = r.investment_id where r.renewed_id = v_id));
end $$;
comment on function desk.json_maturity is 'What happens with the principal of a contract at its end.';
