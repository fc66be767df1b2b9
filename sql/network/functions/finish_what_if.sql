/* Finishes a run: what each member had beside what the draft would have given, months, and sums. Minor units. */
create or replace function network.finish_what_if(p_what_if uuid, p_plan network.plan_versions, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' set work_mem = '128MB' as $$
begin
  insert into network.what_if_members (what_if_id, place, member_id, live_pairs, live_earnings, live_emi, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_flushed)
  select p_what_if, row_number() over (order by s.draft_earnings + s.draft_emi - s.live_earnings - s.live_emi, n.id), n.member_id,
         s.live_pairs, s.live_earnings, s.live_emi, s.live_flushed, s.draft_pairs, s.draft_earnings, s.draft_emi, s.draft_flushed
    from (select g.node_id, sum(g.lp) as live_pairs, sum(g.le) as live_earnings, sum(g.lm) as live_emi, sum(g.lf) as live_flushed, sum(g.dp) as draft_pairs, sum(g.de) as draft_earnings, sum(g.dm) as draft_emi, sum(g.df) as draft_flushed
            from (select l.node_id, l.pairs as lp, l.earnings as le, l.emi as lm, l.flushed as lf, 0::bigint as dp, 0::bigint as de, 0::bigint as dm, 0::bigint as df from network.what_if_live l
                  union all select p.node_id, 0, 0, 0, 0, 1, p.earnings, p.emi, 0 from network.what_if_pairs p
                  union all select f.node_id, 0, 0, 0, 0, 0, 0, 0, f.pairs from network.what_if_flushes f) g group by g.node_id) s
    join network.nodes n on n.id = s.node_id;
  insert into network.what_if_months (what_if_id, month_on, live_pairs, live_value, live_flushed, draft_pairs, draft_value, draft_flushed)
  select p_what_if, g.month_on, sum(g.lp), sum(g.lv), sum(g.lf), sum(g.dp), sum(g.dv), sum(g.df)
    from (select l.month_on, l.pairs as lp, l.earnings + l.emi as lv, l.flushed as lf, 0::bigint as dp, 0::bigint as dv, 0::bigint as df from network.what_if_live l
          union all select p.month_on, 0, 0, 0, 1, p.earnings + p.emi, 0 from network.what_if_pairs p
          union all select f.month_on, 0, 0, 0, 0, 0, f.pairs from network.what_if_flushes f) g group by g.month_on;
  update network.what_ifs w set state = 'finished', finished_at = p_at, counts_done = w.counts, gaining = m.gaining, losing = m.losing, unchanged = m.unchanged,
      live_pairs = m.live_pairs, live_earnings = m.live_earnings, live_emi = m.live_emi, live_flushed = m.live_flushed, draft_pairs = m.draft_pairs, draft_earnings = m.draft_earnings, draft_emi = m.draft_emi, draft_flushed = m.draft_flushed,
      live_ahead = 0, draft_ahead = 0,
      live_reserve = (select coalesce(sum(l.reserve), 0) from network.what_if_live l), draft_reserve = (select coalesce(sum(p.reserve), 0) from network.what_if_pairs p)
    from (select count(*) filter (where x.change > 0) as gaining, count(*) filter (where x.change < 0) as losing, count(*) filter (where x.change = 0) as unchanged,
            coalesce(sum(x.live_pairs), 0) as live_pairs, coalesce(sum(x.live_earnings), 0) as live_earnings, coalesce(sum(x.live_emi), 0) as live_emi, coalesce(sum(x.live_flushed), 0) as live_flushed,
            coalesce(sum(x.draft_pairs), 0) as draft_pairs, coalesce(sum(x.draft_earnings), 0) as draft_earnings, coalesce(sum(x.draft_emi), 0) as draft_emi, coalesce(sum(x.draft_flushed), 0) as draft_flushed
            from network.what_if_members x where x.what_if_id = p_what_if) m
   where w.id = p_what_if;
end $$;
comment on function network.finish_what_if is 'Finishes a run of history under a draft.';
