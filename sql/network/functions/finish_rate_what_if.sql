/* Finishes a run of a plan's history under another rate: what each member has beside what the draft would give, days, and sums. Minor units. */
create or replace function network.finish_rate_what_if(p_what_if uuid, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
begin
  insert into network.what_if_members (what_if_id, place, member_id, contracts, live_pairs, live_earnings, live_emi, live_flushed, live_ahead, draft_pairs, draft_earnings, draft_emi, draft_flushed, draft_ahead)
  select p_what_if, row_number() over (order by e.draft + e.draft_ahead - e.live - e.live_ahead, e.member_id), e.member_id, e.contracts, 0, e.live, 0, 0, e.live_ahead, 0, e.draft, 0, 0, e.draft_ahead from network.what_if_earners e;
  insert into network.what_if_days (what_if_id, day_on, live, draft) select p_what_if, r.day_on, r.live, r.draft from network.what_if_returns r;
  update network.what_ifs w set state = 'finished', finished_at = p_at, counts_done = w.counts, gaining = m.gaining, losing = m.losing, unchanged = m.unchanged, live_earnings = m.live, live_ahead = m.live_ahead, draft_earnings = m.draft, draft_ahead = m.draft_ahead,
      live_pairs = 0, live_emi = 0, live_reserve = 0, live_flushed = 0, draft_pairs = 0, draft_emi = 0, draft_reserve = 0, draft_flushed = 0
    from (select count(*) filter (where x.change > 0) as gaining, count(*) filter (where x.change < 0) as losing, count(*) filter (where x.change = 0) as unchanged,
            coalesce(sum(x.live_earnings), 0) as live, coalesce(sum(x.live_ahead), 0) as live_ahead, coalesce(sum(x.draft_earnings), 0) as draft, coalesce(sum(x.draft_ahead), 0) as draft_ahead
            from network.what_if_members x where x.what_if_id = p_what_if) m
   where w.id = p_what_if;
end $$;
comment on function network.finish_rate_what_if is 'Finishes a run of a plan''s history under another rate.';
