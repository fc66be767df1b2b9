/* An investment with its progress, which comes from accrual rows and nothing else. */
create or replace function desk.json_investment(p_investment invest.investments) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  e record := invest.earned(p_investment);
  v_exponent integer := core.exponent((p_investment).currency);
begin
  return jsonb_build_object('id', (p_investment).public_id, 'reference', (p_investment).reference, 'plan_name', (p_investment).plan_name, 'currency', (p_investment).currency,
    'amount', core.decimal_text((p_investment).amount, v_exponent), 'daily_rate', (p_investment).daily_rate::text, 'start_on', (p_investment).start_on, 'end_on', (p_investment).end_on,
    'days', (p_investment).days, 'days_done', e.days, 'accrued', core.decimal_text(e.posted, v_exponent), 'awaiting', core.decimal_text(e.awaiting, v_exponent),
    'total', core.decimal_text((p_investment).total, v_exponent), 'state', (p_investment).state, 'wallet', (p_investment).source_wallet, 'created_at', (p_investment).created_at);
end $$;
comment on function desk.json_investment is 'An investment with its progress.';
