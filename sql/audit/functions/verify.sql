/* Recomputes the seals of the log from its rows and lists every difference. Empty = a true log. */
create or replace function audit.verify() returns setof audit.fault
language sql stable security definer set search_path = '' as $$ select * from audit.seal_faults() $$;
comment on function audit.verify is 'Recomputes the seals of the log and lists every difference.';
