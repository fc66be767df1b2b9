/* Tells members that something they earned waits for funding: once per investment and per commission, not every day, and only when the
   treasury cannot pay the next item, so that nobody is told of what is paid a moment later. A bonus is told by the welcome mail. Looks
   at the last three days; call until nobody was told. */
create or replace function desk.worker_waiting_mails(p_limit integer default 500) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_told integer := 0;
  v_one record;
begin
  for v_one in
    with short as (
      select q.account_id, q.currency from treasury.queues q join ledger.account_balances b on b.account_id = q.account_id
       cross join lateral (select i.amount from treasury.items i where i.queue_id = q.account_id and i.state = 'awaiting' order by i.value_on, i.source_order, i.k, i.id limit 1) next
       where next.amount > b.balance - b.held)
    select a.member_id, s.currency, f.journal_kind, f.source_order,
           (select sum(w.amount)::bigint from treasury.items w where w.journal_kind = f.journal_kind and w.source_order = f.source_order and w.state = 'awaiting') as amount
      from short s
      join lateral (select distinct i.journal_kind, i.source_order, i.credit_account_id from treasury.items i
                     where i.queue_id = s.account_id and i.state = 'awaiting' and i.journal_kind in ('accrual', 'referral') and i.value_on >= (v_at at time zone 'UTC')::date - 3) f on true
      join ledger.accounts a on a.id = f.credit_account_id
     where not exists (select from outbox.mails m where m.dedupe_key = 'awaiting:' || f.journal_kind || ':' || f.source_order)
     limit least(greatest(p_limit, 1), 5000)
  loop
    perform outbox.mail_member('awaiting_funding', v_one.member_id, jsonb_build_object('amount', core.format_amount(v_one.amount, v_one.currency), 'currency', v_one.currency, 'reason', v_one.journal_kind),
      'awaiting:' || v_one.journal_kind || ':' || v_one.source_order);
    v_told := v_told + 1;
  end loop;
  return jsonb_build_object('ended', v_told);
end $$;
comment on function desk.worker_waiting_mails is 'Tells members that something they earned waits for funding.';
