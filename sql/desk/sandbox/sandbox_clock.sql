/* Business time, how far it is ahead, and whether everything that falls due has run. Sandbox only. */
create or replace function desk.sandbox_clock() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (select sandbox from core.clock) then perform core.refuse('not_permitted'); end if;
  return jsonb_build_object('business_now', core.business_now(), 'offset', (select shift::text from core.clock),
    'idle', not exists (select from outbox.jobs where handed_at is null and run_at <= clock_timestamp())
        and jsonb_array_length(desk.worker_accrual_due() -> 'due') = 0
        and not exists (select from ledger.holds where state = 'open' and expires_at <= core.business_now())
        and not exists (select from approval.requests where state = 'pending' and expires_at <= core.business_now())
        and not exists (select from invest.renewals where state = 'due')
        and not exists (select from outbox.mails where state = 'queued' and attempts = 0)
        and not exists (select from treasury.queues q join ledger.account_balances a on a.account_id = q.account_id
          cross join lateral (select i.amount from treasury.items i where i.queue_id = q.account_id and i.state = 'awaiting' order by i.value_on, i.source_order, i.k, i.id limit 1) n where n.amount <= a.balance - a.held));
end $$;
comment on function desk.sandbox_clock is 'Business time, how far it is ahead, and whether everything that falls due has run.';
