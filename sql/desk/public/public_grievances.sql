/* Whom to complain to, within which time one is answered, and how many grievances of the last twelve months were, for everybody. */
create or replace function desk.public_grievances() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('officer', core.setting('grievance_officer'), 'email', core.setting('grievance_email'), 'acknowledge_hours', core.setting('grievance_acknowledge_hours')::integer,
    'resolve_months', core.setting('grievance_resolve_months')::integer, 'as_of', n.now,
    'months', (select jsonb_agg(jsonb_build_object('month', f.month, 'received', f.received, 'in_time', f.in_time, 'late', f.late, 'open', f.open) order by f.month desc) from messaging.monthly_figures(n.now, core.setting('timezone'), 12) f))
    from (select core.business_now() as now) n
$$;
comment on function desk.public_grievances is 'The grievance officer and the monthly figures, for everybody.';
