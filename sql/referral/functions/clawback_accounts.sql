/* The accounts that taking back the commissions of some sources would move, after locking the commission queues that paid them: to be locked
   in one step, in order, together with the caller's own. */
create or replace function referral.clawback_accounts(p_source_kind text, p_sources uuid[]) returns bigint[]
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from treasury.queues q where q.account_id in (select i.queue_id from treasury.items i join referral.commissions c on c.item_id = i.id
    where c.source_kind = p_source_kind and c.source_id = any (p_sources)) order by q.account_id for no key update;
  return array(select unnest(array[i.queue_id, i.credit_account_id]) from treasury.items i join referral.commissions c on c.item_id = i.id
    where c.source_kind = p_source_kind and c.source_id = any (p_sources));
end $$;
comment on function referral.clawback_accounts is 'The accounts that taking commissions back would move.';
