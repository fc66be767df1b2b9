/* Refuses `exceeds_sweepable` (field held or own) above what is the operator's own at the moment. Amounts in minor units. */
create or replace function treasury.check_sweep(p_currency text, p_held bigint, p_own bigint) returns void
language plpgsql stable set search_path = '' as $$
declare v_free record;
begin
  select coalesce(max(s.held), 0)::bigint as held, coalesce(max(s.own), 0)::bigint as own into v_free from treasury.sweepable() s where s.currency = p_currency;
  if p_held > v_free.held then perform core.refuse('exceeds_sweepable', 'held', jsonb_build_object('available', core.format_amount(v_free.held, p_currency), 'currency', p_currency)); end if;
  if p_own > v_free.own then perform core.refuse('exceeds_sweepable', 'own', jsonb_build_object('available', core.format_amount(v_free.own, p_currency), 'currency', p_currency)); end if;
end $$;
comment on function treasury.check_sweep is 'Refuses more than is the operator''s own.';
