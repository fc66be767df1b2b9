/* Time zone of the network's calendar: the first plan's, for all, so that months have no gaps. */
create or replace function network.zone() returns text
language sql stable security definer set search_path = '' as $$ select timezone from network.plan_versions where version = 1 $$;
comment on function network.zone is 'Time zone of the network''s calendar.';
