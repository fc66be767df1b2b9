/* Takes what members owe (treasury.recover_from) from the EARNINGS part of items that were just posted, as far as that part is neither held nor taken as tax. Called in the transaction
   that posted them. Answers how much, minor units of each currency together. */
create or replace function treasury.recover(p_items bigint[], p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_item record;
  v_sum bigint := 0;
begin
  for v_item in
    select i.id, i.credit_account_id, i.value_on, i.public_id, treasury.free_of(i.credit_account_id, i.public_id, i.amount - coalesce(i.other_amount, 0)) as free
      from treasury.items i join ledger.accounts a on a.id = i.credit_account_id
     where i.id = any (p_items) and a.kind = 'EARNINGS' and exists (select from treasury.clawbacks c where c.member_id = a.member_id and c.currency = a.currency and c.recovered < c.amount)
     order by i.id
  loop
    v_sum := v_sum + treasury.recover_from(v_item.credit_account_id, v_item.free, v_item.value_on, v_item.public_id, v_item.id, p_at);
  end loop;
  return v_sum;
end $$;
comment on function treasury.recover is 'Takes what members owe from what they were just paid.';
