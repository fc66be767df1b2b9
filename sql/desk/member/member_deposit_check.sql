/* Everything about a deposit but the proof, before it is submitted. Refuses `not_found`, `not_active`, `invalid_amount`, `below_minimum`,
   `invalid_input` and `reference_taken` as the submission would. */
create or replace function desk.member_deposit_check(p_token text, p_method uuid, p_amount text, p_transaction_reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_method funding.methods;
  v_amount bigint;
  v_transaction text;
begin
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  v_amount := core.parse_amount(p_amount, v_method.currency);
  v_transaction := funding.check_deposit(v_method, v_amount, p_transaction_reference);
  if exists (select from funding.deposits where method_id = p_method and lower(transaction_reference) = lower(v_transaction) and state in ('pending', 'approved')) then
    perform core.refuse('reference_taken', 'transaction_reference');
  end if;
  return jsonb_build_object('method', v_method.id, 'amount', core.format_amount(v_amount, v_method.currency), 'currency', v_method.currency, 'transaction_reference', v_transaction);
end $$;
comment on function desk.member_deposit_check is 'Everything about a deposit but the proof, before it is submitted.';
