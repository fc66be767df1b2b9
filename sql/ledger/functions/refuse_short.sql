/* Refuses in the caller's words what an account cannot pay: `insufficient_available` for a member's wallet, `treasury_short`,
   `method_short` or `insufficient_funds` for the operator's. Named with what is available, minor units. Answers nothing: its type lets
   it stand where a balance is computed. */
create or replace function ledger.refuse_short(p_account bigint, p_available bigint) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_account ledger.accounts;
begin
  select * into v_account from ledger.accounts where id = p_account;
  perform core.refuse(case when v_account.member_id is not null then 'insufficient_available'
                           when v_account.kind like 'treasury:%' then 'treasury_short'
                           when v_account.kind like 'bank:client:%' then 'method_short' else 'insufficient_funds' end,
    'amount', jsonb_build_object('available', core.format_amount(p_available, v_account.currency), 'currency', v_account.currency));
  return null;
end $$;
comment on function ledger.refuse_short is 'Refuses what an account cannot pay.';
