/* Writes down that a run leaves what changed to a look at everything. True when no run since p_since has done so: then one has to be
   asked for; otherwise the one that was asked for comes later than this. */
create or replace function audit.leave_over(p_run bigint, p_since timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare v_first boolean := not exists (select from audit.watch_runs r where r.form = 'changes' and r.id > p_run - 50 and r.left_over and r.began_at > p_since and r.id < p_run);
begin
  update audit.watch_runs set left_over = true where id = p_run;
  return v_first;
end $$;
comment on function audit.leave_over is 'A run leaves what changed to a look at everything.';
