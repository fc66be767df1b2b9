/* Pays somebody in a member's place from the member's DEPOSIT: an approved withdrawal to the payee's account, without fee, decided by p_request.
   Limits of the member do not apply; those of the operator do. Refuses `not_found` without an account of the payee, and as
   ledger.place_hold and funding.approve_withdrawal. Answers the withdrawal. */
create or replace function funding.pay_payee(p_member bigint, p_payee uuid, p_account bigint, p_amount bigint, p_request uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id uuid := uuidv7();
  v_destination uuid;
begin
  select id into v_destination from funding.destinations where payee_id = p_payee and member_id = p_member and removed_at is null;
  if not found then perform core.refuse('not_found', 'destination'); end if;
  insert into funding.withdrawals (id, reference, member_id, account_id, currency, amount, fee, destination_id, hold_id, requested_at, request_id)
  select v_id, 'W-' || core.random_code(8), p_member, p_account, a.currency, p_amount, 0, v_destination, ledger.place_hold(p_account, p_amount, 'withdrawal', v_id, p_at), p_at, p_request
    from ledger.accounts a where a.id = p_account;
  perform funding.approve_withdrawal(v_id, p_value_on, p_actor, p_at);
  return v_id;
end $$;
comment on function funding.pay_payee is 'Pays somebody in a member''s place.';
