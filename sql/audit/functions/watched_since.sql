/* The run whose marks a look at changes starts from. A transaction that the last look could not see had no number yet when a run with
   next_xid at or below the last look's horizon was made, so it wrote higher ids and later times. One run further back, because an id
   can be drawn a moment before its transaction has a number. Null when there is none, also after the books were restored into a
   cluster whose transactions count from the beginning: then everything is looked at. */
create or replace function audit.watched_since(p_run audit.watch_runs) returns audit.watch_runs
language plpgsql stable security definer set search_path = '' as $$
declare
  v_last audit.watch_runs;
  v_from audit.watch_runs;
begin
  select * into v_last from audit.watch_runs where form = 'changes' and id < (p_run).id order by id desc limit 1;
  if v_last.horizon > (p_run).next_xid then return null; end if;
  select * into v_from from (
    select * from audit.watch_runs where form = 'changes' and id < (p_run).id and next_xid <= v_last.horizon order by id desc limit 2) r order by r.id limit 1;
  return v_from;
end $$;
comment on function audit.watched_since is 'The run whose marks a look at changes starts from.';
