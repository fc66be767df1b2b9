/* Id of a member's wallet, opened on first use. */
create or replace function ledger.wallet(p_member bigint, p_kind text, p_currency text) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
  select id into v_id from ledger.accounts where member_id = p_member and kind = p_kind and currency = p_currency;
  if found then return v_id; end if;
  if p_kind not in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED') then
    raise exception 'unknown wallet kind %', p_kind;
  end if;
  insert into ledger.accounts (kind, currency, member_id, side, floored) values (p_kind, p_currency, p_member, -1, true)
  on conflict (member_id, kind, currency) where member_id is not null do nothing;
  select id into v_id from ledger.accounts where member_id = p_member and kind = p_kind and currency = p_currency;
  return v_id;
end $$;
comment on function ledger.wallet is 'Id of a member''s wallet, opened on first use.';
