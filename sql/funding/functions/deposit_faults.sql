/* Law: an approved deposit is credited once, with what was received, from its method to its member; any other is not credited. Of
   deposits decided since p_since, or of all. */
create or replace function funding.deposit_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'an approved deposit is credited once', 'deposit ' || d.reference, case d.state when 'approved' then '1 credit of ' || d.received else 'no credit' end,
         d.state || ', ' || c.count || ' journals, ' || c.right || ' of them right'
    from funding.deposits d join funding.methods m on m.id = d.method_id
    cross join lateral (
      select count(*) as count, count(*) filter (where j.id = d.journal_id
               and exists (select from ledger.lines l where l.account_id = m.account_id and l.journal_id = j.id and l.amount = d.received)
               and exists (select from ledger.lines l join ledger.accounts a on a.id = l.account_id
                            where a.member_id = d.member_id and a.kind = 'DEPOSIT' and a.currency = d.currency and l.journal_id = j.id and l.amount = -d.received)) as right
        from ledger.journals j where j.cause = d.id and j.kind = 'deposit') c
   where (p_since is null or d.decided_at >= p_since)
     and (c.count, c.right) <> (case d.state when 'approved' then 1 else 0 end, case d.state when 'approved' then 1 else 0 end)
$$;
comment on function funding.deposit_faults is 'Deposits that are not credited as they were decided.';
