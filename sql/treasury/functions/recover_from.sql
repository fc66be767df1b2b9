/* Takes what a member owes from one credit to EARNINGS that was just posted, oldest clawback first, as far as it is free (p_free, minor units): back to the commission treasury, and out of the
   clawback accounts. p_cause: what the credit's holds name; p_item: null where it was pre-funded. Call it in the transaction that posted the credit. Answers how much. */
create or replace function treasury.recover_from(p_account bigint, p_free bigint, p_value_on date, p_cause uuid, p_item bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_member bigint;
  v_currency text;
  v_owed treasury.clawbacks;
  v_left bigint := p_free;
  v_take bigint;
  v_journal bigint;
begin
  select a.member_id, a.currency into v_member, v_currency from ledger.accounts a where a.id = p_account;
  perform from treasury.clawbacks c where c.member_id = v_member and c.currency = v_currency and c.recovered < c.amount order by c.id for no key update;
  for v_owed in select c.* from treasury.clawbacks c where c.member_id = v_member and c.currency = v_currency and c.recovered < c.amount order by c.id loop
    v_take := least(v_left, v_owed.amount - v_owed.recovered);
    exit when v_take <= 0;
    v_journal := ledger.post('clawback_recovery', p_value_on, null, p_cause, array[
      (p_account, v_take, p_item), (treasury.queue('commission', v_currency), -v_take, p_item),
      (ledger.operator_account('clawback_contra', v_currency), v_take, p_item), (ledger.operator_account('clawback_receivable', v_currency), -v_take, p_item)]::ledger.line[]);
    update treasury.clawbacks set recovered = recovered + v_take where id = v_owed.id;
    insert into treasury.recoveries (journal_id, clawback_id, amount, item_id) values (v_journal, v_owed.id, v_take, p_item);
    v_left := v_left - v_take;
  end loop;
  return p_free - v_left;
end $$;
comment on function treasury.recover_from is 'Takes what a member owes from one credit.';
