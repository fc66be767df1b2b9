/* Posting time up to which nothing more can appear, also on accounts that are increased without a lock: that of the last journal up to
   which the seals have closed the books. */
create or replace function ledger.known_until() returns timestamptz
language sql stable security definer set search_path = '' as $$
  select s.posted_until from ledger.seals s order by s.id desc limit 1
$$;
comment on function ledger.known_until is 'Posting time up to which nothing more can appear.';
