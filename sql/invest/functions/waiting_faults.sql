/* Law: a day that waits for funding is one item in the treasury's queue, with its amount and its account, and the other way round. */
create or replace function invest.waiting_faults(p_item bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a waiting day is one item', 'investment ' || a.investment_id || ' day ' || a.k, 'an item of ' || a.amount, 'none'
    from invest.accruals a
   where p_item is null and a.journal_id is null and a.amount > 0 and not exists (select from invest.carried c where c.investment_id = a.investment_id and a.k <= c.days)
     and not exists (select from treasury.items t where t.journal_kind = 'accrual' and t.source_order = a.investment_id and t.k = a.k)
  union all
  select 'a waiting day is one item', 'investment ' || t.source_order || ' day ' || t.k, 'a day of ' || t.amount, coalesce('a day of ' || a.amount || coalesce(' by journal ' || a.journal_id, ''), 'none')
    from treasury.items t
    left join invest.investments i on i.id = t.source_order
    left join invest.accruals a on a.investment_id = t.source_order and a.k = t.k
   where t.id > coalesce(p_item, 0) and t.journal_kind = 'accrual'
     and (a.journal_id is not null or (t.amount, t.credit_account_id, t.value_on) is distinct from (a.amount, i.interest_account_id, i.start_on + t.k))
$$;
comment on function invest.waiting_faults is 'Waiting days and items that do not match.';
