/* Law: a sweep is in the books once, as it was approved, and a journal of that kind has its sweep. Over everything. */
create or replace function treasury.sweep_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a sweep is in the books once', 'sweep ' || s.id, s.held || ' of vehicles, ' || (s.held + s.own) || ' of cash', coalesce(l.held, 0) || ' of vehicles, ' || coalesce(l.cash, 0) || ' of cash'
    from treasury.sweeps s
    left join lateral (select coalesce(sum(x.amount) filter (where a.kind = 'customer_advances:held' and a.currency = s.currency), 0) as held, -sum(x.amount) filter (where a.id = s.bank_account_id) as cash
                         from ledger.journals j join ledger.lines x on x.journal_id = j.id join ledger.accounts a on a.id = x.account_id
                        where j.id = s.journal_id and j.kind = 'sweep' and j.cause = s.request_id) l on true
   where (s.held, s.held + s.own) is distinct from (l.held, l.cash)
  union all
  select 'a sweep is in the books once', 'journal ' || j.id, 'a sweep', 'none' from ledger.journals j where j.kind = 'sweep' and not exists (select from treasury.sweeps s where s.journal_id = j.id)
$$;
comment on function treasury.sweep_faults is 'Sweeps that are not what the books say.';
