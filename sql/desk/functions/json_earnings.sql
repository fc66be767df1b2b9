/* What a member earned in the network and from what: the wallets it came to, pairs by month (at most 24, newest first), commissions by source,
   what of it is held as reserve, and what is owed for what was reversed. Live pairs count, with what of their value went where; what waits is said apart. */
create or replace function desk.json_earnings(p_member bigint) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'wallets', coalesce((select jsonb_agg(jsonb_build_object('kind', b.kind, 'currency', b.currency, 'balance', core.format_amount(b.balance, b.currency), 'held', core.format_amount(b.held, b.currency),
        'available', core.format_amount(b.available, b.currency)) order by b.currency, b.kind) from ledger.balances b where b.member_id = p_member and b.kind in ('EARNINGS', 'EMI_RESERVE')), '[]'),
    'months', coalesce((select jsonb_agg(jsonb_build_object('month', x.month_on, 'currency', x.currency, 'pairs', x.pairs, 'reversed', x.reversed, 'value', core.format_amount(x.value, x.currency), 'earnings', core.format_amount(x.earnings, x.currency),
        'emi', core.format_amount(x.emi, x.currency), 'awaiting', core.format_amount(x.awaiting, x.currency)) order by x.month_on desc, x.currency)
      from (select p.month_on, p.currency, count(*) filter (where p.state = 'live') as pairs, count(*) filter (where p.state = 'reversed') as reversed, coalesce(sum(p.value) filter (where p.state = 'live'), 0)::bigint as value,
               coalesce(sum(p.earnings) filter (where p.state = 'live'), 0)::bigint as earnings, coalesce(sum(p.emi) filter (where p.state = 'live'), 0)::bigint as emi,
               coalesce(sum(p.value) filter (where i.state = 'awaiting'), 0)::bigint as awaiting
              from network.pairs p join treasury.items i on i.id = p.item_id where p.member_id = p_member group by p.month_on, p.currency order by p.month_on desc limit 24) x), '[]'),
    'commissions', coalesce((select jsonb_agg(jsonb_build_object('source', x.source_kind, 'currency', x.currency, 'count', x.count, 'earned', core.format_amount(x.earned, x.currency), 'awaiting', core.format_amount(x.awaiting, x.currency)) order by x.source_kind, x.currency)
      from (select c.source_kind, c.currency, count(*) as count, coalesce(sum(c.amount - coalesce(b.returned + b.owed, 0)) filter (where coalesce(i.state, 'posted') = 'posted'), 0)::bigint as earned,
               coalesce(sum(c.amount) filter (where i.state = 'awaiting'), 0)::bigint as awaiting
              from referral.commissions c left join treasury.items i on i.id = c.item_id left join referral.clawbacks b on b.commission_id = c.id where c.referrer_id = p_member group by c.source_kind, c.currency) x), '[]'),
    'reserve', coalesce((select jsonb_agg(jsonb_build_object('currency', r.currency, 'amount', core.format_amount(r.amount, r.currency)) order by r.currency)
      from (select a.currency, sum(h.amount)::bigint as amount from ledger.accounts a join ledger.holds h on h.account_id = a.id and h.state = 'open' and h.reason = 'reserve' where a.member_id = p_member group by a.currency) r), '[]'),
    'owed', desk.json_owed(p_member))
$$;
comment on function desk.json_earnings is 'What a member earned in the network and from what.';
