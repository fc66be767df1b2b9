/* What a sentence about a movement needs besides its reference: the day of a term, its rate and what it is taken of. Null where the kind
   says all. The whole derivation is desk.explain_movement. */
create or replace function desk.movement_terms(p_kind ledger.journal_kind, p_cause uuid, p_source bigint, p_value_on date, p_currency text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_terms jsonb;
begin
  if p_kind in ('accrual', 'maturity') then
    select jsonb_build_object('day', p_value_on - i.start_on, 'days', i.days, 'rate', i.daily_rate::text, 'base', core.format_amount(i.amount, p_currency)) into v_terms
      from invest.investments i where i.id = p_source;
  elsif p_kind = 'investment' then
    select jsonb_build_object('day', 0, 'days', i.days, 'rate', i.daily_rate::text, 'base', core.format_amount(i.amount, p_currency)) into v_terms
      from invest.investments i where i.public_id = p_cause;
  elsif p_kind = 'referral' then
    select jsonb_build_object('rate', c.rate::text, 'base', core.format_amount(c.base, p_currency)) into v_terms
      from referral.commissions c where c.item_id = p_source or (p_source is null and c.source_id = p_cause);
  end if;
  return v_terms;
end $$;
comment on function desk.movement_terms is 'What a sentence about a movement needs.';
