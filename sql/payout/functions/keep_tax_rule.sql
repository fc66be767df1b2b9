/* Trigger: a tax rule never changes; only its last day is added, once. */
create or replace function payout.keep_tax_rule() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.until_on is null and to_jsonb(new) - 'until_on' = to_jsonb(old) - 'until_on' then return new; end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'payout.tax_rules', 'operation', tg_op));
  return null;
end $$;
comment on function payout.keep_tax_rule is 'Trigger: a tax rule never changes.';
