/* Says a rule's last day, which must not have passed: `invalid_input`. Refuses `already_decided` when it was said before. */
create or replace function payout.end_tax_rule(p_rule uuid, p_until_on date, p_today date) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_until_on is null or p_until_on < p_today then perform core.refuse('invalid_input', 'until_on', '{"reason": "past"}'); end if;
  update payout.tax_rules set until_on = p_until_on where id = p_rule and until_on is null and from_on <= p_until_on;
  if not found then perform core.refuse('already_decided'); end if;
end $$;
comment on function payout.end_tax_rule is 'Says a rule''s last day.';
