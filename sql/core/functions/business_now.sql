/* Business time: real time, in a sandbox moved forward or standing still. */
create or replace function core.business_now() returns timestamptz
language sql volatile set search_path = '' as $$ select coalesce(frozen_at, clock_timestamp() + shift) from core.clock $$;
comment on function core.business_now is 'Business time. Only the desk asks; rules take it as an argument.';
