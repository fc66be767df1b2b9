/* Takes what members owe from the EARNINGS part of items that were just posted, oldest clawback first, as far as that part is neither held nor taken as tax: back to the
   commission treasury, and out of the clawback accounts. Called in the transaction that posted them. Answers how much, minor units of each currency together. */
create or replace function treasury.recover(p_items bigint[], p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_item record;
  v_owed treasury.clawbacks;
  v_left bigint;
  v_take bigint;
  v_journal bigint;
  v_sum bigint := 0;
begin
  for v_item in
    select i.id, i.credit_account_id, i.value_on, i.public_id, a.member_id, a.currency, i.amount - coalesce(i.other_amount, 0)
           - coalesce((select sum(h.amount) from ledger.holds h where h.subject = i.public_id and h.account_id = i.credit_account_id and h.state = 'open'), 0)::bigint
           - coalesce((select sum(l.amount) from ledger.journals j join ledger.lines l on l.journal_id = j.id where j.cause = i.public_id and j.kind = 'tax' and l.account_id = i.credit_account_id), 0)::bigint as free
      from treasury.items i join ledger.accounts a on a.id = i.credit_account_id
     where i.id = any (p_items) and a.kind = 'EARNINGS' and exists (select from treasury.clawbacks c where c.member_id = a.member_id and c.currency = a.currency and c.recovered < c.amount)
     order by i.id
  loop
    v_left := v_item.free;
    perform from treasury.clawbacks c where c.member_id = v_item.member_id and c.currency = v_item.currency and c.recovered < c.amount order by c.id for no key update;
    for v_owed in select c.* from treasury.clawbacks c where c.member_id = v_item.member_id and c.currency = v_item.currency and c.recovered < c.amount order by c.id loop
      v_take := least(v_left, v_owed.amount - v_owed.recovered);
      exit when v_take <= 0;
      v_journal := ledger.post('clawback_recovery', v_item.value_on, null, v_item.public_id, array[
        (v_item.credit_account_id, v_take, v_item.id), (treasury.queue('commission', v_item.currency), -v_take, v_item.id),
        (ledger.operator_account('clawback_contra', v_item.currency), v_take, v_item.id), (ledger.operator_account('clawback_receivable', v_item.currency), -v_take, v_item.id)]::ledger.line[]);
      update treasury.clawbacks set recovered = recovered + v_take where id = v_owed.id;
      insert into treasury.recoveries (journal_id, clawback_id, amount, item_id) values (v_journal, v_owed.id, v_take, v_item.id);
      v_left := v_left - v_take;
      v_sum := v_sum + v_take;
    end loop;
  end loop;
  return v_sum;
end $$;
comment on function treasury.recover is 'Takes what members owe from what they were just paid.';
