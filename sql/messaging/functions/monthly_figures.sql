/* Grievances by the month in which they were received, newest month first, months without any included: resolved in time, late (resolved
   after their clock, or open past it), and open with time left. received = in_time + late + open. Counts only, for everybody to read. */
create or replace function messaging.monthly_figures(p_at timestamptz, p_timezone text, p_months integer) returns table (month date, received bigint, in_time bigint, late bigint, open bigint)
language sql stable security definer set search_path = '' as $$
  select m.month, count(t.id), count(t.id) filter (where s.standing = 'resolved'), count(t.id) filter (where s.standing in ('resolved_late', 'resolve_late')),
         count(t.id) filter (where s.standing not in ('resolved', 'resolved_late', 'resolve_late'))
    from (select (date_trunc('month', core.business_date(p_at, p_timezone)::timestamp) - n * interval '1 month')::date as month from generate_series(0, p_months - 1) n) m
    left join messaging.threads t on t.kind = 'grievance' and t.opened_at >= m.month::timestamp at time zone p_timezone and t.opened_at < (m.month + interval '1 month') at time zone p_timezone
    left join lateral messaging.standing(t, p_at) s (standing) on true
   group by m.month order by m.month desc
$$;
comment on function messaging.monthly_figures is 'Grievances by the month in which they were received.';
