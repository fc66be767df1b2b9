/* Checks what a member says was paid in by a method and answers the cleaned transaction reference. Amount in minor units.
   Refuses `not_active`, `invalid_input`, `below_minimum`. */
create or replace function funding.check_deposit(p_method funding.methods, p_amount bigint, p_transaction_reference text) returns text
language plpgsql stable set search_path = '' as $$
declare v_transaction text := core.clean_text(p_transaction_reference, 'transaction_reference', 120);
begin
  if not (p_method).active then perform core.refuse('not_active', 'method'); end if;
  if v_transaction is null then perform core.refuse('invalid_input', 'transaction_reference'); end if;
  if p_amount < (p_method).minimum then
    perform core.refuse('below_minimum', 'amount', jsonb_build_object('minimum', core.format_amount((p_method).minimum, (p_method).currency), 'currency', (p_method).currency));
  end if;
  return v_transaction;
end $$;
comment on function funding.check_deposit is 'Checks what a member says was paid in.';
