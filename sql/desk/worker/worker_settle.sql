/* Posts what treasuries can pay, oldest first: one treasury, or all of them; of what members earn so, tax is taken where
   the regime takes it at credit, then what they owe for what was reversed, and their EMI money goes on. Call until nothing is posted. */
create or replace function desk.worker_settle(p_treasury bigint default null, p_limit integer default 5000) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_posted integer := 0;
  v_left bigint := 0;
  v_items bigint[] := array[]::bigint[];
  v_queue record;
  v_one record;
begin
  for v_queue in select q.account_id from treasury.queues q where (p_treasury is null or q.account_id = p_treasury)
      and exists (select from treasury.items i where i.queue_id = q.account_id and i.state = 'awaiting') order by q.account_id loop
    select * into v_one from treasury.settle(v_queue.account_id, least(greatest(p_limit, 1), 20000), v_at);
    v_posted := v_posted + v_one.posted;
    v_left := v_left + v_one.waiting;
    v_items := v_items || v_one.items;
    -- Tax first: what is owed is taken from what is left.
    perform payout.tax_items(v_one.items, v_at);
    perform treasury.recover(v_one.items, v_at);
    -- Bookings are locked before accounts, so their money moves in a transaction of its own.
    perform outbox.enqueue('network__emi', jsonb_build_object('member', m.member_id::text)) from (select distinct p.member_id from network.pairs p where p.item_id = any (v_one.items) and p.emi > 0) m;
    -- One treasury a transaction: each holds the locks of those it pays.
    exit when v_one.posted > 0;
  end loop;
  perform desk.mail_earned(v_items);
  return jsonb_build_object('posted', v_posted, 'left', v_left);
end $$;
comment on function desk.worker_settle is 'Posts what treasuries can pay, oldest first: one treasury, or all of them.';
