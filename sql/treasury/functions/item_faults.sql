/* Law: a posted item is paid exactly once, by one line per part of the journal it names: its account, amount, source and date. Of some
   items, or of all. */
create or replace function treasury.item_faults(p_items bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a posted item is paid once', 'item ' || i.id, '1 line of ' || p.amount, l.count || ' lines of ' || p.amount || ' in journal ' || i.journal_id
    from treasury.items i
    cross join lateral (values (i.credit_account_id, i.amount - coalesce(i.other_amount, 0)), (i.other_account_id, i.other_amount)) p (account_id, amount)
    cross join lateral (select count(*) as count from ledger.lines x join ledger.journals j on j.id = x.journal_id
       where x.account_id = p.account_id and x.journal_id = i.journal_id and x.amount = -p.amount and x.value_on = i.value_on and j.kind = i.journal_kind
         and x.source_id = case i.journal_kind when 'accrual' then i.source_order else i.id end) l
   where (p_items is null or i.id = any (p_items)) and i.state = 'posted' and p.account_id is not null and l.count <> 1
$$;
comment on function treasury.item_faults is 'Posted items that their journal does not pay once.';
