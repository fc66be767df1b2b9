/* Law: a treasury pays in order: no item was posted by a payment that could see an older one waiting, which is one whose transaction had
   ended when the payment looked. The times say the same unless a clock jumped; they are compared too because transactions are numbered anew
   where a dump is restored. Of some items, or of all. */
create or replace function treasury.order_faults(p_items bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a treasury pays in order', 'item ' || i.id, 'after item ' || w.id, 'before it, by journal ' || i.journal_id
    from treasury.queues q
    cross join lateral (select a.* from treasury.items a where a.queue_id = q.account_id and a.state = 'awaiting' order by a.value_on, a.source_order, a.k, a.id limit 1) w
    join treasury.items i on i.queue_id = q.account_id and i.state = 'posted' and (i.value_on, i.source_order, i.k, i.id) > (w.value_on, w.source_order, w.k, w.id)
     and i.paid_horizon > w.recorded_xid
    join ledger.journals j on j.id = i.journal_id and j.posted_at >= w.recorded_at
   where p_items is null or i.id = any (p_items)
$$;
comment on function treasury.order_faults is 'Items paid before an older one.';
