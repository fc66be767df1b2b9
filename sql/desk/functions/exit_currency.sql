/* What a member could take today in one currency, and what is locked until when. Everything in the wallets is counted once: ready + as
   payout + for instalments + set aside + locked = the sum of all balances. What waits for funding is not in a wallet yet, and principal that
   is to be invested again comes free on no date. */
create or replace function desk.exit_currency(p_member bigint, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  with wallets as (
    select b.kind, b.balance, b.held, b.available from ledger.balances b where b.member_id = p_member and b.currency = p_currency
  ), contracts as (
    select i.public_id, i.reference, i.plan_name, i.amount, i.end_on, i.total - invest.earned_until(i.accrual_rate, invest.days_recorded(i.id)) as to_come, invest.chosen(i.id) = 'renew' as renews
      from invest.investments i where i.member_id = p_member and i.currency = p_currency and i.state = 'active'
  ), waiting as (
    select count(*) as items, sum(t.amount) as amount, min(t.value_on) as oldest_on
      from treasury.items t join ledger.accounts a on a.id = t.credit_account_id where a.member_id = p_member and a.currency = p_currency and t.state = 'awaiting'
  ), sums as (
    select coalesce(sum(w.balance), 0) as total, coalesce(sum(w.available) filter (where w.kind in ('DEPOSIT', 'INTEREST')), 0) as ready, coalesce(sum(w.available) filter (where w.kind = 'EARNINGS'), 0) as payout,
           coalesce(sum(w.available) filter (where w.kind = 'EMI_RESERVE'), 0) as instalments, coalesce(sum(w.held), 0) as held, coalesce(sum(w.available) filter (where w.kind = 'INVESTED'), 0) as locked
      from wallets w
  )
  select jsonb_build_object('currency', p_currency, 'total', core.format_amount(s.total, p_currency), 'ready', core.format_amount(s.ready, p_currency), 'payout', core.format_amount(s.payout, p_currency),
    'instalments', core.format_amount(s.instalments, p_currency), 'held', core.format_amount(s.held, p_currency), 'locked', core.format_amount(s.locked, p_currency),
    'sources', coalesce((select jsonb_agg(jsonb_build_object('wallet', w.kind, 'amount', core.format_amount(w.available, p_currency)) order by w.kind) from wallets w where w.kind in ('DEPOSIT', 'INTEREST', 'EARNINGS') and w.available > 0), '[]'),
    'contracts', coalesce((select jsonb_agg(jsonb_build_object('id', c.public_id, 'reference', c.reference, 'plan_name', c.plan_name, 'amount', core.format_amount(c.amount, p_currency), 'end_on', c.end_on,
        'to_come', core.format_amount(c.to_come, p_currency), 'renews', c.renews) order by c.end_on, c.reference) from contracts c), '[]'),
    'releases', coalesce((select jsonb_agg(jsonb_build_object('on', r.end_on, 'amount', core.format_amount(r.amount, p_currency), 'by_then', core.format_amount(s.ready + r.so_far, p_currency)) order by r.end_on)
        from (select c.end_on, sum(c.amount) as amount, sum(sum(c.amount)) over (order by c.end_on) as so_far from contracts c where not c.renews group by c.end_on) r), '[]'),
    'waiting', (select jsonb_build_object('items', w.items, 'amount', core.format_amount(coalesce(w.amount, 0), p_currency), 'oldest_on', w.oldest_on) from waiting w))
    from sums s
$$;
comment on function desk.exit_currency is 'What could be taken today in one currency, and what is locked until when.';
