-- owner: reader
/* The staff dashboard. */
create or replace function desk.staff_home(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, null);
  v_at timestamptz := core.business_now();
  v_today date := core.business_date(v_at, core.setting('timezone'));
  v_bounds record := desk.day_bounds(v_today, v_today);
begin
  -- What was sent today has changed today: that is what withdrawals have an index for.
  return jsonb_build_object(
    'waiting', (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'count', w.count, 'oldest_at', w.oldest) order by w.oldest), '[]') from (select r.kind, count(*) as count, min(r.created_at) as oldest from approval.requests r where r.state = 'pending' group by r.kind) w),
    'coverage', jsonb_build_object('currencies', desk.coverage_figures(v_at), 'as_of', v_at) || desk.json_reconciled(),
    'awaiting', (select coalesce(jsonb_agg(jsonb_build_object('treasury', w.name, 'currency', w.currency, 'count', w.count, 'sum', core.format_amount(w.sum, w.currency), 'oldest_on', w.oldest) order by w.oldest), '[]')
       from (select q.name, q.currency, count(*) as count, sum(i.amount) as sum, min(i.value_on) as oldest from treasury.items i join treasury.queues q on q.account_id = i.queue_id where i.state = 'awaiting' group by q.name, q.currency) w),
    'flows_today', (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'currency', f.currency, 'count', f.count, 'sum', core.format_amount(f.sum, f.currency)) order by f.kind, f.currency), '[]') from (
       select 'deposits' as kind, d.currency, count(*) as count, sum(d.received) as sum from funding.deposits d where d.state = 'approved' and d.decided_at >= v_bounds.from_at and d.decided_at < v_bounds.until_at group by d.currency
       union all select 'withdrawals', w.currency, count(*), sum(w.amount) from funding.withdrawals w where w.sent_at >= v_bounds.from_at and w.sent_at < v_bounds.until_at and greatest(w.requested_at, w.decided_at, w.sent_at, w.closed_at) >= v_bounds.from_at group by w.currency
       union all select 'investments', i.currency, count(*), sum(i.amount) from invest.investments i where i.created_at >= v_bounds.from_at and i.created_at < v_bounds.until_at group by i.currency) f),
    'members', (select jsonb_build_object('total', count(*), 'new_7d', count(*) filter (where joined_at > v_at - interval '7 days')) from identity.members where status <> 'closed'),
    'jobs', jsonb_build_object('queued_mails', (select count(*) from outbox.mails where state = 'queued'), 'parked_mails', (select count(*) from outbox.mails where state = 'parked'), 'unsent', (select count(*) from outbox.jobs where handed_at is null),
       'failed', (select count(*) from (select from graphile_worker.jobs q where q.last_error is not null limit 1000) x), 'parked_investments', (select count(*) from invest.investments where parked_reason is not null and state = 'active')),
    'to_send', (select count(*) from funding.withdrawals where state = 'approved'),
    'trial', (select coalesce(jsonb_agg(jsonb_build_object('currency', b.currency, 'difference', core.format_amount(b.sum, b.currency))), '[]') from (select currency, sum(side * balance)::bigint as sum from ledger.balances group by currency) b));
end $$;
comment on function desk.staff_home is 'The staff dashboard.';
