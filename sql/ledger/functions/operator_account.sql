/* Id of an operator account, opened on first use. Side 1: debit, -1: credit. Treasuries get the highest ids: locks are taken in
   account order, so the account everybody's returns come from is locked last and shortest. */
create or replace function ledger.operator_account(p_kind text, p_currency text) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id bigint;
  v_side smallint;
  v_floored boolean;
  v_appended boolean;
begin
  select id into v_id from ledger.accounts where kind = p_kind and currency = p_currency and member_id is null;
  if found then return v_id; end if;
  select t.side, t.floored, t.appended into v_side, v_floored, v_appended from (values
    ('treasury:returns', -1, true, false), ('treasury:commission', -1, true, false), ('treasury:promo', -1, true, false),
    ('deployed_capital', 1, true, false), ('bank:operator', 1, false, true), ('equity:operator', -1, false, true),
    ('payout_clearing', -1, true, true), ('tax_payable', -1, true, true), ('suspense', -1, true, true),
    ('customer_advances:held', -1, true, true), ('customer_advances:external', -1, true, true),
    ('clawback_receivable', 1, true, true), ('clawback_contra', -1, true, true),
    ('income:fees', -1, false, true), ('income:memberships', -1, false, true)) t (kind, side, floored, appended)
   where t.kind = p_kind;
  if not found then
    if p_kind !~ '^bank:client:[a-z0-9-]{1,60}$' then
      raise exception 'unknown operator account %', p_kind;
    end if;
    v_side := 1; v_floored := true; v_appended := true;
  end if;
  insert into ledger.accounts (id, kind, currency, side, floored, appended)
  values (case when p_kind like 'treasury:%' then 4000000000000000000 + nextval('ledger.accounts_id_seq') else nextval('ledger.accounts_id_seq') end,
          p_kind, p_currency, v_side, v_floored, v_appended)
  on conflict (kind, currency) where member_id is null do nothing;
  select id into v_id from ledger.accounts where kind = p_kind and currency = p_currency and member_id is null;
  return v_id;
end $$;
comment on function ledger.operator_account is 'Id of an operator account, opened on first use.';
