/* Contracts that began elsewhere and go on here: `[{origin, member, version, amount, start_on}]`, checked, amount in minor units, member by id. Their days until p_until are recorded as paid elsewhere, by the plan's own
   closed form, so that the next run goes on with the day after. The caller posts the principal, DEPOSIT to INVESTED elsewhere, as opening line with the contract as source. Versions above the rail cannot
   come, their returns are set aside when they are sold (`not_active`). Answers the contracts. */
create or replace function invest.carry(p_rows jsonb, p_until date, p_at timestamptz) returns setof invest.investments
language plpgsql volatile security definer set search_path = '' as $$
declare v_ids bigint[];
begin
  perform ledger.open_wallets(array_agg((r ->> 'member')::bigint order by n, k.kind), array_agg(k.kind order by n, k.kind), p.currency)
    from jsonb_array_elements(p_rows) with ordinality x (r, n) join invest.plan_versions v on v.id = (r ->> 'version')::uuid join invest.plans p on p.id = v.plan_id
    cross join (values ('DEPOSIT'), ('INTEREST'), ('INVESTED')) k (kind) group by p.currency;
  with made as (
    insert into invest.investments (public_id, reference, member_id, plan_id, version_id, plan_name, currency, timezone, source_wallet, amount, daily_rate, start_on, end_on, days, total, version_hash,
      invested_account_id, interest_account_id, deposit_account_id, prefunded, created_at)
    select uuidv7(), 'I-' || core.random_code(8), m.id, p.id, v.id, p.name, p.currency, p.timezone, 'DEPOSIT', t.amount, v.daily_rate, t.start_on, q.end_on, q.days, q.total, v.hash, i.id, e.id, d.id, false, p_at
      from jsonb_array_elements(p_rows) with ordinality x (r, n)
      cross join lateral (select (r ->> 'amount')::bigint as amount, (r ->> 'start_on')::date as start_on) t
      join identity.members m on m.id = (r ->> 'member')::bigint
      join invest.plan_versions v on v.id = (r ->> 'version')::uuid and v.state = 'active' and not v.above_rail join invest.plans p on p.id = v.plan_id
      join ledger.accounts i on i.member_id = m.id and i.kind = 'INVESTED' and i.currency = p.currency
      join ledger.accounts e on e.member_id = m.id and e.kind = 'INTEREST' and e.currency = p.currency
      join ledger.accounts d on d.member_id = m.id and d.kind = 'DEPOSIT' and d.currency = p.currency
      cross join lateral invest.quote(v, t.amount, t.start_on) q order by n
    returning id)
  select array_agg(id order by id) into v_ids from made;
  if coalesce(cardinality(v_ids), 0) <> jsonb_array_length(p_rows) then perform core.refuse('not_active', 'plan'); end if;
  -- The numbers of the contracts are in the order of the lines.
  insert into invest.carried (investment_id, origin, days)
  select i.id, r ->> 'origin', p_until - i.start_on from unnest(v_ids) with ordinality u (id, n) join jsonb_array_elements(p_rows) with ordinality x (r, n) on x.n = u.n join invest.investments i on i.id = u.id;
  insert into invest.accruals (investment_id, k, amount)
  select i.id, k, (invest.earned_until(i.accrual_rate, k) - invest.earned_until(i.accrual_rate, k - 1))::bigint
    from invest.carried c join invest.investments i on i.id = c.investment_id cross join lateral generate_series(1, c.days) k where c.investment_id = any (v_ids);
  return query select i.* from invest.investments i where i.id = any (v_ids) order by i.id;
end $$;
comment on function invest.carry is 'Contracts that began elsewhere and go on here.';
