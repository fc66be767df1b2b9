/* What is in the way of closing a member's account: money in a wallet, and everything that may still move some or needs an answer. */
create or replace function desk.closing_obstacles(p_member bigint) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(o.obstacle order by o.place, o.obstacle ->> 'currency', o.obstacle ->> 'wallet'), '[]') from (
    select 1 as place, jsonb_build_object('kind', 'balance', 'wallet', b.kind, 'amount', core.format_amount(b.balance, b.currency), 'currency', b.currency) as obstacle
      from ledger.balances b where b.member_id = p_member and b.balance <> 0
    union all select 2, jsonb_build_object('kind', 'investments', 'count', count(*)) from invest.investments i where i.member_id = p_member and i.state = 'active' having count(*) > 0
    union all select 3, jsonb_build_object('kind', 'deposits', 'count', count(*)) from funding.deposits d where d.member_id = p_member and d.state = 'pending' having count(*) > 0
    union all select 4, jsonb_build_object('kind', 'withdrawals', 'count', count(*)) from funding.withdrawals w where w.member_id = p_member and w.state in ('pending', 'approved', 'sent') having count(*) > 0
    union all select 5, jsonb_build_object('kind', 'awaiting', 'count', count(*)) from treasury.items t join ledger.accounts a on a.id = t.credit_account_id where a.member_id = p_member and t.state = 'awaiting' having count(*) > 0
    union all select 6, jsonb_build_object('kind', 'requests', 'count', count(*)) from approval.requests r where r.beneficiary_id = p_member and r.state = 'pending' and r.kind not in ('deposit', 'withdrawal', 'payout') having count(*) > 0
    union all select 8, jsonb_build_object('kind', 'payouts', 'count', count(*)) from payout.payouts p where p.member_id = p_member and p.state in ('pending', 'approved', 'sent') having count(*) > 0
    union all select 7, jsonb_build_object('kind', 'bookings', 'count', count(*)) from ev.bookings b where b.member_id = p_member
      and case when b.cancelled_at is null then b.opened_at is not null and b.delivered_at is null else b.refund > 0 and b.refunded_at is null end having count(*) > 0) o
$$;
comment on function desk.closing_obstacles is 'What is in the way of closing an account.';
