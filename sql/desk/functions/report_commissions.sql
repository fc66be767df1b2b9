/* What was earned in commissions and by pairs and milestones in a period, by source, and what became of it: posted and free, posted and held (cooling-off, unverified, reserve), waiting for the treasury, taken
   back (withdrawn before it was paid, given back, or owed). Minor units; earned = posted + held + awaiting + taken back. */
create or replace function desk.report_commissions(p_from date, p_until date, p_by text, p_currency text, p_source text) returns jsonb
language sql stable set search_path = '' as $$
  with edges as (select core.setting('network_timezone') as zone, p_from::timestamp at time zone core.setting('network_timezone') as first_at, (p_until + 1)::timestamp at time zone core.setting('network_timezone') as end_at),
  earned as (
    select c.source_kind as source, c.earned_at as at, c.amount, c.item_id, coalesce(b.unpaid + b.returned + b.owed, 0) as taken
      from edges e join referral.commissions c on c.earned_at >= e.first_at and c.earned_at < e.end_at left join referral.clawbacks b on b.commission_id = c.id where c.currency = p_currency
    union all
    select 'pair', p.matched_at, p.value, p.item_id, case p.state when 'reversed' then p.value else 0 end
      from edges e join network.pairs p on p.matched_at >= e.first_at and p.matched_at < e.end_at where p.currency = p_currency
    union all
    select 'milestone', k.decided_at, i.amount, i.id, 0 from edges e join referral.milestone_claims k on k.decided_at >= e.first_at and k.decided_at < e.end_at and k.state = 'approved'
      join treasury.items i on i.id = k.item_id join treasury.queues q on q.account_id = i.queue_id where q.currency = p_currency),
  parted as (
    select date_trunc(p_by, x.at at time zone e.zone)::date as on_day, x.source, x.amount, x.taken, case when i.state = 'awaiting' then x.amount else 0 end as awaiting,
           case when i.state = 'posted' and x.taken = 0 then coalesce((select sum(h.amount) from ledger.holds h where h.subject = i.public_id and h.state = 'open'), 0) else 0 end as held
      from earned x cross join edges e left join treasury.items i on i.id = x.item_id where p_source is null or x.source = p_source),
  figures as (
    select p.on_day, p.source, count(*) as count, sum(p.amount) as earned, sum(p.amount - p.taken - p.awaiting - p.held) as posted, sum(p.held) as held, sum(p.awaiting) as awaiting, sum(p.taken) as taken
      from parted p group by p.on_day, p.source)
  select jsonb_build_object('some', exists (select from figures),
    'rows', coalesce((select jsonb_agg(jsonb_build_object('on', f.on_day, 'source', f.source, 'count', f.count, 'earned', core.format_amount(f.earned, p_currency), 'posted', core.format_amount(f.posted, p_currency), 'held', core.format_amount(f.held, p_currency),
        'awaiting', core.format_amount(f.awaiting, p_currency), 'taken', core.format_amount(f.taken, p_currency)) order by f.on_day, f.source) from figures f), '[]'),
    'totals', (select jsonb_build_object('count', coalesce(sum(f.count), 0), 'earned', core.format_amount(coalesce(sum(f.earned), 0), p_currency), 'posted', core.format_amount(coalesce(sum(f.posted), 0), p_currency), 'held', core.format_amount(coalesce(sum(f.held), 0), p_currency),
        'awaiting', core.format_amount(coalesce(sum(f.awaiting), 0), p_currency), 'taken', core.format_amount(coalesce(sum(f.taken), 0), p_currency)) from figures f))
$$;
comment on function desk.report_commissions is 'Commissions by source, and what became of them.';
