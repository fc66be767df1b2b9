/* Posts what a treasury can pay, oldest first, whole items only: strict first-in-first-out by (value date, creation order of the
   source, k). Who is funded is decided here in one ordered step under the queue's lock, by prefix sums over at most p_limit items.
   Each (kind, value date) becomes one compound journal with its original value date. Earnings of a suspended member, or recorded
   with a reason to hold, are posted and held, as is the part of an item that is kept as reserve. Answers how many were posted, which, and how many still wait. */
create or replace function treasury.settle(p_queue bigint, p_limit integer, p_at timestamptz, out posted integer, out waiting bigint, out items bigint[])
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_free bigint;
  v_group record;
  v_journal bigint;
  v_item record;
  v_accounts bigint[];
  v_horizon xid8;
begin
  posted := 0;
  perform from treasury.queues where account_id = p_queue for no key update;
  -- Taken before the queue is read: what ended before it is certainly seen.
  v_horizon := pg_snapshot_xmin(pg_current_snapshot());
  select balance - held into v_free from ledger.account_balances where account_id = p_queue;
  select coalesce(array_agg(f.id), '{}'), array_agg(distinct f.credit_account_id) || array_agg(distinct f.other_account_id) filter (where f.other_account_id is not null) into items, v_accounts
    from (select q.id, q.credit_account_id, q.other_account_id, sum(q.amount) over (order by q.value_on, q.source_order, q.k, q.id) as needed
            from (select i.* from treasury.items i where i.queue_id = p_queue and i.state = 'awaiting'
                   order by i.value_on, i.source_order, i.k, i.id limit p_limit) q) f
   where f.needed <= v_free;
  -- All of them at once and in order: journal by journal would hold some accounts while waiting for others.
  perform ledger.lock_accounts(v_accounts || p_queue);
  for v_group in
    select f.journal_kind, f.value_on, array_agg(f.id order by f.source_order, f.k, f.id) as ids,
           array_agg((f.credit_account_id, coalesce(f.other_amount, 0) - f.amount, case f.journal_kind when 'accrual' then f.source_order else f.id end)::ledger.line order by f.source_order, f.k, f.id) as lines,
           coalesce(array_agg((f.other_account_id, -f.other_amount, f.id)::ledger.line order by f.source_order, f.k, f.id) filter (where f.other_amount is not null), '{}') as others,
           sum(f.amount)::bigint as total, case when count(*) = 1 then min(f.cause::text)::uuid end as cause
      from treasury.items f where f.id = any (items)
     group by f.journal_kind, f.value_on order by f.value_on, f.journal_kind
  loop
    v_journal := ledger.post(v_group.journal_kind, v_group.value_on, null, v_group.cause,
      array_prepend((p_queue, v_group.total, null)::ledger.line, v_group.lines || v_group.others));
    update treasury.items set state = 'posted', journal_id = v_journal, paid_horizon = v_horizon where id = any (v_group.ids);
    posted := posted + cardinality(v_group.ids);
    for v_item in
      select h.account_id, h.amount, i.public_id, h.reason
        from treasury.items i join ledger.accounts a on a.id = i.credit_account_id join identity.members m on m.id = a.member_id
        cross join lateral (select coalesce(i.hold_reason, case when m.status <> 'active' and a.kind in ('EARNINGS', 'INTEREST') and i.journal_kind <> 'accrual' then 'unverified' end) as reason) w
        cross join lateral (values (i.credit_account_id, i.reserve_amount, 'reserve'),
          (i.credit_account_id, i.amount - coalesce(i.other_amount, 0) - coalesce(i.reserve_amount, 0), w.reason), (i.other_account_id, i.other_amount, w.reason)) h (account_id, amount, reason)
       where i.id = any (v_group.ids) and h.amount > 0 and h.reason is not null
    loop
      perform ledger.place_hold(v_item.account_id, v_item.amount, v_item.reason, v_item.public_id, p_at);
    end loop;
  end loop;
  select count(*) into waiting from treasury.items where queue_id = p_queue and state = 'awaiting';
end $$;
comment on function treasury.settle is 'Posts what a treasury can pay, oldest first.';
