/* The number after which every journal stands whose value date is later than this one: where the last snapshot ends that counts nothing
   later, or 0. */
create or replace function ledger.numbered_after(p_on date) returns bigint
language sql stable security definer set search_path = '' set enable_seqscan = off as $$
  select coalesce((select r.closed_to from ledger.snapshot_runs r where r.on_date <= p_on order by r.on_date desc, r.closed_to desc limit 1), 0)
$$;
comment on function ledger.numbered_after is 'The number after which every journal of later dates stands.';
