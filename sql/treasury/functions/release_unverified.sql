/* Sets free what was held, and what waits to be held, until a member is known: the sign-on bonus and pairs. Answers how many holds ended. */
create or replace function treasury.release_unverified(p_member bigint, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_items uuid[];
  v_count integer;
begin
  -- The queue first, as settling does: what is being posted now is seen below as a hold, or waits for us as an item.
  perform from treasury.queues q where q.account_id in (select i.queue_id from treasury.items i join ledger.accounts a on a.id = i.credit_account_id
    where a.member_id = p_member and i.journal_kind in ('bonus', 'pair') and i.hold_reason = 'unverified') order by q.account_id for no key update;
  update treasury.items i set hold_reason = null from ledger.accounts a
   where a.id = i.credit_account_id and a.member_id = p_member and i.journal_kind in ('bonus', 'pair') and i.hold_reason = 'unverified' and i.state = 'awaiting';
  select array_agg(i.public_id) into v_items from treasury.items i join ledger.accounts a on a.id = i.credit_account_id
   where a.member_id = p_member and i.journal_kind in ('bonus', 'pair') and i.hold_reason = 'unverified' and i.state = 'posted';
  perform ledger.lock_accounts(array(select h.account_id from ledger.holds h where h.subject = any (v_items) and h.reason = 'unverified' and h.state = 'open'));
  select count(*) filter (where ledger.end_hold(h.id, 'released', p_at)) into v_count
    from ledger.holds h where h.subject = any (v_items) and h.reason = 'unverified' and h.state = 'open';
  return v_count;
end $$;
comment on function treasury.release_unverified is 'Sets free what was held until a member is known.';
