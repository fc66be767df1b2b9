-- owner: reader
/* The dashboard. Sums in the default currency; wallets in every currency. Earnings: where something was earned ever, the network's
   currency before others. Of the newest twenty announcements those that are shown now and were not put away. */
create or replace function desk.member_home(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me bigint := v_caller.actor_id;
  v_currency text := core.setting('currency');
  v_today date := core.business_date(core.business_now(), core.setting('timezone'));
begin
  return jsonb_build_object(
    'announcements', (select coalesce(jsonb_agg(desk.json_announcement(t) order by a.published_at desc, a.id desc), '[]') from (
         select x.* from messaging.announcements x where x.published_at is not null and x.withdrawn_at is null order by x.published_at desc, x.id desc limit 20) a
       join messaging.announcement_versions t on t.announcement_id = a.id and t.number = a.version
      where t.from_at <= core.business_now() and coalesce(t.until_at > core.business_now(), true) and desk.addressed(t.audience, v_me)
        and not exists (select from messaging.dismissals d where d.announcement_id = a.id and d.member_id = v_me)),
    'wallets', desk.json_wallets(v_me),
    'currency', v_currency,
    'invested', core.format_amount(coalesce((select sum(amount) from invest.investments where member_id = v_me and state = 'active' and currency = v_currency), 0), v_currency),
    'projected', core.format_amount(invest.still_to_come(v_me, v_currency), v_currency),
    'history', desk.json_history(v_me, v_currency, v_today - 29, v_today),
    'active_investments', coalesce((select jsonb_agg(desk.json_investment(i) order by i.id desc) from (select x.* from invest.investments x where x.member_id = v_me and x.state = 'active' order by x.id desc limit 5) i), '[]'),
    'pending', coalesce((select jsonb_agg(to_jsonb(p) order by p.at desc) from (
       select 'deposit' as kind, d.id, d.reference, core.format_amount(d.amount, d.currency) as amount, d.currency, d.state, d.submitted_at as at from funding.deposits d where d.member_id = v_me and d.state = 'pending'
       union all select 'withdrawal', w.id, w.reference, core.format_amount(w.amount, w.currency), w.currency, w.state, w.requested_at from funding.withdrawals w where w.member_id = v_me and w.state in ('pending', 'approved')
       union all select 'payout', y.id, y.reference, core.format_amount(y.gross, y.currency), y.currency, y.state, y.requested_at from payout.payouts y where y.member_id = v_me and y.state in ('pending', 'approved', 'sent')) p), '[]'),
    'recent', desk.movements(v_me, null, null, null, null, null, null, 6) -> 'items',
    'earnings', (select jsonb_build_object('wallets', jsonb_agg(jsonb_build_object('currency', b.currency, 'available', core.format_amount(b.available, b.currency), 'balance', core.format_amount(b.balance, b.currency)) order by b.currency = core.setting('network_currency') desc, b.currency),
        'last_payout', (select jsonb_build_object('id', y.id, 'state', y.state, 'gross', core.format_amount(y.gross, y.currency), 'currency', y.currency) from payout.payouts y where y.member_id = v_me order by y.requested_at desc, y.id desc limit 1))
      from ledger.balances b where b.member_id = v_me and b.kind = 'EARNINGS' having count(*) > 0),
    'coverage', desk.coverage_badge(v_currency),
    'referral', (select jsonb_build_object('code', m.referral_code, 'link_path', '/login?ref=' || m.referral_code, 'count', (select count(*) from referral.referrals r where r.referrer_id = v_me)) from identity.members m where m.id = v_me));
end $$;
comment on function desk.member_home is 'The dashboard.';
