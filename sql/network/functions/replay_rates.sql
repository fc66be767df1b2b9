/* Replays about p_limit contracts of a run under the rate of its draft, with the accrual's own arithmetic (invest.earned_until, invest.cumulative): each day to the day and to the member, days that are
   recorded apart from those to come. Answers how many were replayed and the last. */
create or replace function network.replay_rates(p_run network.what_ifs, p_limit integer, out taken bigint, out last bigint)
language sql volatile security definer set search_path = '' as $$
  with part as (select c.* from network.what_if_contracts c where c.investment_id > (p_run).at_count_id order by c.investment_id limit p_limit),
  days as (
    select p.member_id, d.k, p.start_on + d.k as day_on, d.k <= p.recorded as past, (invest.earned_until(p.accrual_rate, d.k) - invest.earned_until(p.accrual_rate, d.k - 1))::bigint as live,
           (invest.cumulative(p.amount, v.daily_rate, d.k) - invest.cumulative(p.amount, v.daily_rate, d.k - 1))::bigint as draft
      from part p cross join invest.plan_versions v cross join lateral generate_series(1, p.days) d (k) where v.id = (p_run).rate_version_id),
  by_day as (
    insert into network.what_if_returns as r (day_on, live, draft) select d.day_on, sum(d.live), sum(d.draft) from days d group by d.day_on
    on conflict (day_on) do update set live = r.live + excluded.live, draft = r.draft + excluded.draft),
  by_member as (
    insert into network.what_if_earners as e (member_id, contracts, live, live_ahead, draft, draft_ahead)
    select d.member_id, count(*) filter (where d.k = 1), coalesce(sum(d.live) filter (where d.past), 0), coalesce(sum(d.live) filter (where not d.past), 0), coalesce(sum(d.draft) filter (where d.past), 0), coalesce(sum(d.draft) filter (where not d.past), 0)
      from days d group by d.member_id
    on conflict (member_id) do update set contracts = e.contracts + excluded.contracts, live = e.live + excluded.live, live_ahead = e.live_ahead + excluded.live_ahead, draft = e.draft + excluded.draft, draft_ahead = e.draft_ahead + excluded.draft_ahead)
  select count(*), max(p.investment_id) from part p
$$;
comment on function network.replay_rates is 'Replays contracts of a run under another rate.';
