/* Law: a commission that was taken back was never paid, or its whole amount is what EARNINGS gave back and what is owed. Of those taken back since
   p_since, or of all. */
create or replace function referral.clawback_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a commission taken back is what came back', 'commission ' || c.id, c.amount || case when b.journal_id is null then ', never paid' else ', in the books' end,
         b.unpaid || ' unpaid, ' || b.returned || ' of ' || p.returned || ' returned, ' || b.owed || ' of ' || p.owed || ' owed, item ' || coalesce(i.state, 'none')
    from referral.clawbacks b join referral.commissions c on c.id = b.commission_id left join treasury.items i on i.id = c.item_id
    cross join lateral (select coalesce(sum(l.amount) filter (where a.kind = 'EARNINGS' and a.member_id = c.referrer_id and a.currency = c.currency), 0) as returned,
          coalesce(sum(l.amount) filter (where a.kind = 'clawback_receivable' and a.currency = c.currency), 0) as owed
        from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = b.journal_id) p
   where (p_since is null or b.taken_at >= p_since)
     and (b.unpaid + b.returned + b.owed <> c.amount or (b.unpaid > 0) <> (i.state = 'withdrawn') or (p.returned, p.owed) <> (b.returned, b.owed))
$$;
comment on function referral.clawback_faults is 'Commissions taken back that are not what came back.';
