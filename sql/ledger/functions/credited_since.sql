/* What a member earned after a day, minor units of one currency: returns, bonuses and commissions credited to INTEREST and EARNINGS. Lines
   are added up by journal first: a day's return of ten contracts is one journal, looked up once. */
create or replace function ledger.credited_since(p_member bigint, p_currency text, p_since date) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(c.amount), 0)::bigint from (
    select l.journal_id, -sum(l.amount) as amount from ledger.accounts a join ledger.lines l on l.account_id = a.id
     where a.member_id = p_member and a.kind in ('INTEREST', 'EARNINGS') and a.currency = p_currency and l.amount < 0 and l.value_on > p_since and l.journal_id > ledger.numbered_after(p_since)
     group by l.journal_id) c
    join ledger.journals j on j.id = c.journal_id and j.kind in ('accrual', 'bonus', 'referral', 'milestone', 'pair')
$$;
comment on function ledger.credited_since is 'What a member earned after a day.';
