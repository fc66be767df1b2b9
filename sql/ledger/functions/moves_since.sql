/* What came to and went from a member's wallets of one currency after a day, for each wallet, kind and value date: `net` what the balance
   grew by, `credited` and `credits` the increases alone, amounts in minor units. Lines are added up by journal first: a day's return of ten contracts is one
   journal, looked up once. */
create or replace function ledger.moves_since(p_member bigint, p_currency text, p_since date) returns table (wallet text, kind text, value_on date, net bigint, credited bigint, credits bigint)
language sql stable security definer set search_path = '' as $$
  select c.wallet, j.kind, c.value_on, sum(c.net)::bigint, sum(c.credited)::bigint, sum(c.credits)::bigint from (
    select a.kind as wallet, l.journal_id, l.value_on, -sum(l.amount) as net, -coalesce(sum(l.amount) filter (where l.amount < 0), 0) as credited, count(*) filter (where l.amount < 0) as credits
      from ledger.accounts a join ledger.lines l on l.account_id = a.id
     where a.member_id = p_member and a.currency = p_currency and l.value_on > p_since and l.journal_id > ledger.numbered_after(p_since)
     group by a.kind, l.journal_id, l.value_on) c
    join ledger.journals j on j.id = c.journal_id
   group by c.wallet, j.kind, c.value_on
$$;
comment on function ledger.moves_since is 'What came to and went from a member''s wallets after a day.';
