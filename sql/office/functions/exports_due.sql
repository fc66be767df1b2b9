/* Exports whose time is over, with where their bytes lie; a hundred at a time. */
create or replace function office.exports_due(p_at timestamptz) returns table (id uuid, file_id uuid)
language sql stable security definer set search_path = '' as $$
  select e.id, e.file_id from office.exports e where e.state = 'finished' and office.export_over(e, p_at) order by e.expires_at limit 100
$$;
comment on function office.exports_due is 'Exports whose time is over.';
