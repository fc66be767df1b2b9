/* Per currency: the day up to which every client account that has ever held money is reconciled and signed (null while one is not), and when
   the last sheet of the currency was signed. */
create or replace function treasury.reconciled() returns table (currency text, reconciled_on date, signed_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select a.currency, case when bool_and(s.day_on is not null) then min(s.day_on) end, max(s.signed_at)
    from ledger.accounts a
    left join lateral (select max(x.day_on) as day_on, max(x.decided_at) as signed_at from treasury.sheets x where x.account_id = a.id and x.state = 'signed') s on true
   where a.member_id is null and a.kind like 'bank:client:%' and exists (select from ledger.lines l where l.account_id = a.id)
   group by a.currency
$$;
comment on function treasury.reconciled is 'How far client money is reconciled, per currency.';
