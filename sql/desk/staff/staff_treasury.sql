-- owner: reader
/* Treasuries, what waits for them, and the cash of the methods. */
create or replace function desk.staff_treasury(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'treasury.read');
begin
  return jsonb_build_object(
    'treasuries', (select coalesce(jsonb_agg(jsonb_build_object('account', b.kind, 'name', q.name, 'currency', q.currency, 'balance', core.format_amount(b.balance, q.currency), 'held', core.format_amount(b.held, q.currency),
        'free', core.format_amount(b.available - coalesce(w.sum, 0), q.currency), 'awaiting_count', coalesce(w.count, 0), 'awaiting_sum', core.format_amount(coalesce(w.sum, 0), q.currency), 'oldest_on', w.oldest) order by q.currency, q.name), '[]')
      from treasury.queues q join ledger.balances b on b.account_id = q.account_id
      left join lateral (select count(*) as count, sum(i.amount) as sum, min(i.value_on) as oldest from treasury.items i where i.queue_id = q.account_id and i.state = 'awaiting') w on true),
    'awaiting', (select coalesce(jsonb_agg(x.item), '[]') from (select jsonb_build_object('id', i.public_id, 'treasury', q.name, 'kind', i.journal_kind, 'amount', core.format_amount(i.amount, q.currency), 'currency', q.currency, 'value_on', i.value_on, 'k', i.k,
          'member', btrim(m.first_name || ' ' || m.last_name), 'member_id', m.public_id, 'recorded_at', i.recorded_at) as item
        from treasury.items i join treasury.queues q on q.account_id = i.queue_id join ledger.accounts a on a.id = i.credit_account_id join identity.members m on m.id = a.member_id
       where i.state = 'awaiting' order by i.value_on, i.source_order, i.k, i.id limit 50) x),
    'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'currency', m.currency, 'balance', core.format_amount(b.balance, b.currency), 'active', m.active) order by m.currency, m.name), '[]') from funding.methods m join ledger.balances b on b.account_id = m.account_id),
    'requests', (select coalesce(jsonb_agg(desk.json_request(r, v_caller) order by r.created_at desc), '[]') from (select x.* from approval.requests x where x.kind in ('treasury_funding', 'treasury_return', 'bank_transfer', 'sweep') order by x.created_at desc limit 20) r),
    'own', (select coalesce(jsonb_agg(jsonb_build_object('currency', c.currency, 'held', core.format_amount(f.held, c.currency), 'own', core.format_amount(f.own, c.currency), 'swept', core.format_amount(coalesce(s.sum, 0), c.currency), 'last_at', s.last) order by c.currency), '[]')
      from treasury.sweepable() f join (select distinct m.currency from funding.methods m) c on c.currency = f.currency left join (select x.currency, sum(x.held + x.own)::bigint as sum, max(x.swept_at) as last from treasury.sweeps x group by 1) s on s.currency = c.currency),
    'deployed', (select coalesce(jsonb_agg(jsonb_build_object('currency', c.currency, 'balance', core.format_amount(c.deployed, c.currency), 'limit', core.format_amount(c.invested, c.currency))), '[]') from treasury.coverage() c where c.invested > 0 or c.deployed > 0));
end $$;
comment on function desk.staff_treasury is 'Treasuries, what waits for them, and the cash of the methods.';
