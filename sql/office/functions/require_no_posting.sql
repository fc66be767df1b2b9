/* Refuses `import_under_way` while the worker posts an import; with p_waiting also while it waits to be posted. */
create or replace function office.require_no_posting(p_import uuid, p_waiting boolean) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select from office.import_runs r where r.import_id = p_import and r.kind = 'post' and (r.state = 'running' or (p_waiting and r.state = 'waiting'))) then perform core.refuse('import_under_way'); end if;
end $$;
comment on function office.require_no_posting is 'Refuses while an import is being posted.';
