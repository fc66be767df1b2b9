/* Day by day (or month by month): who joined, and what came into members' wallets, was earned there and left them, by value date. Amounts in minor units come from ledger.day_sums alone, so that the sum of
   the columns is the change of all wallets. */
create or replace function desk.report_days(p_from date, p_until date, p_by text, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  with zone as (select core.setting('timezone') as name),
  moved as (
    select date_trunc(p_by, s.value_on::timestamp)::date as on_day,
           sum(s.credit - s.debit) filter (where s.kind = 'deposit' and w.wallet) as deposits,
           sum(s.credit - s.debit) filter (where s.kind in ('accrual', 'bonus') and w.wallet) as interest,
           sum(s.credit - s.debit) filter (where s.kind in ('referral', 'milestone', 'pair', 'tax', 'clawback_recovery') and w.wallet) as commissions,
           sum(s.debit - s.credit) filter (where s.kind in ('withdrawal', 'withdrawal_return', 'payout', 'payout_return') and w.wallet) as leaving,
           sum(s.credit - s.debit) filter (where s.account_kind = 'income:fees') as fees,
           sum(s.credit - s.debit) filter (where w.wallet) as change
      from ledger.day_sums(p_currency, p_from, p_until) s
      cross join lateral (select s.account_kind in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED') as wallet) w
     group by 1),
  people as (
    select date_trunc(p_by, (m.joined_at at time zone z.name)::date)::date as on_day, count(*) as joined
      from identity.members m cross join zone z
     where m.joined_at >= p_from::timestamp at time zone z.name and m.joined_at < (p_until + 1)::timestamp at time zone z.name group by 1),
  days as (
    select g.on_day::date, coalesce(p.joined, 0) as joined, coalesce(m.deposits, 0) as deposits, coalesce(m.interest, 0) as interest, coalesce(m.commissions, 0) as commissions, coalesce(m.leaving, 0) as leaving,
           coalesce(m.fees, 0) as fees, coalesce(m.change, 0) as change
      from generate_series(date_trunc(p_by, p_from::timestamp), date_trunc(p_by, p_until::timestamp), ('1 ' || p_by)::interval) g (on_day)
      left join moved m on m.on_day = g.on_day left join people p on p.on_day = g.on_day),
  figures as (
    select d.*, d.change - d.deposits - d.interest - d.commissions + d.leaving as other,
           (select count(*) from identity.members m cross join zone z where m.joined_at < p_from::timestamp at time zone z.name) + sum(d.joined) over (order by d.on_day) as members
      from days d)
  select jsonb_build_object('some', exists (select from moved) or exists (select from people),
    'rows', (select jsonb_agg(jsonb_build_object('on', f.on_day, 'joined', f.joined, 'members', f.members, 'deposits', core.format_amount(f.deposits, p_currency), 'interest', core.format_amount(f.interest, p_currency),
        'commissions', core.format_amount(f.commissions, p_currency), 'leaving', core.format_amount(f.leaving, p_currency), 'other', core.format_amount(f.other, p_currency), 'change', core.format_amount(f.change, p_currency),
        'fees', core.format_amount(f.fees, p_currency)) order by f.on_day) from figures f),
    'totals', (select jsonb_build_object('joined', sum(f.joined), 'members', max(f.members), 'deposits', core.format_amount(sum(f.deposits), p_currency), 'interest', core.format_amount(sum(f.interest), p_currency),
        'commissions', core.format_amount(sum(f.commissions), p_currency), 'leaving', core.format_amount(sum(f.leaving), p_currency), 'other', core.format_amount(sum(f.other), p_currency), 'change', core.format_amount(sum(f.change), p_currency),
        'fees', core.format_amount(sum(f.fees), p_currency)) from figures f))
$$;
comment on function desk.report_days is 'What came, was earned and left, day by day.';
