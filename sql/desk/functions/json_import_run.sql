/* A run of an import as its page shows it. */
create or replace function desk.json_import_run(p_run office.import_runs) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('state', (p_run).state, 'done', (p_run).done, 'steps', (p_run).steps, 'asked_at', (p_run).asked_at, 'begun_at', (p_run).begun_at, 'ended_at', (p_run).ended_at, 'problem', (p_run).problem) where (p_run).id is not null
$$;
comment on function desk.json_import_run is 'A run of an import.';
