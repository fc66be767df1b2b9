/* Account id of a treasury (returns, commission, promo) in a currency, opened with its queue on first use. */
create or replace function treasury.queue(p_name text, p_currency text) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
  select account_id into v_id from treasury.queues where name = p_name and currency = p_currency;
  if not found then
    v_id := ledger.operator_account('treasury:' || p_name, p_currency);
    insert into treasury.queues (account_id, name, currency) values (v_id, p_name, p_currency) on conflict do nothing;
  end if;
  return v_id;
end $$;
comment on function treasury.queue is 'Account id of a treasury.';
