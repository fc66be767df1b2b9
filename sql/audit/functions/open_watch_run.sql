/* Writes down that a look at the books begins, with the marks that the next look at changes will start from: the highest ids seen in
   the snapshot of the calling statement. Looks at changes are forgotten after a week, full ones are kept. Answers the run. */
create or replace function audit.open_watch_run(p_form text, p_domain text, p_journal bigint, p_item bigint, p_commission bigint, p_snapshot pg_snapshot, p_at timestamptz) returns audit.watch_runs
language plpgsql volatile security definer set search_path = '' as $$
declare v_run audit.watch_runs;
begin
  insert into audit.watch_runs (form, domain, business_at, horizon, next_xid, journal_id, item_id, commission_id)
  values (p_form, p_domain, p_at, pg_snapshot_xmin(p_snapshot), pg_snapshot_xmax(p_snapshot), p_journal, p_item, p_commission)
  returning * into v_run;
  delete from audit.watch_runs where form = 'changes' and id < v_run.id - 20 and began_at < v_run.began_at - interval '7 days';
  return v_run;
end $$;
comment on function audit.open_watch_run is 'Writes down that a look at the books begins.';
