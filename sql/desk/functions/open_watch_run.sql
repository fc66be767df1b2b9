/* Begins a look at the books. One statement, so that the highest ids and the transactions still open are of one moment. */
create or replace function desk.open_watch_run(p_form text, p_domain text, p_at timestamptz) returns audit.watch_runs
language sql volatile set search_path = '' as $$
  select * from audit.open_watch_run(p_form, p_domain, coalesce((select max(id) from ledger.journals), 0), coalesce((select max(id) from treasury.items), 0),
    coalesce((select max(id) from referral.commissions), 0), pg_current_snapshot(), p_at)
$$;
comment on function desk.open_watch_run is 'Begins a look at the books.';
