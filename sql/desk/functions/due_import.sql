/* A large import has been approved by one more person: its lines are those that were submitted (refuses `import_changed`), and with the last of them the worker is asked to post it. Whether everything still fits is looked at there.
   Answers how the request stands: `due` or `pending`. */
create or replace function desk.due_import(p_request approval.requests, p_all boolean, p_actor bigint, p_at timestamptz) returns text
language plpgsql volatile set search_path = '' as $$
begin
  perform desk.same_import(p_request);
  if not p_all then return 'pending'; end if;
  perform office.ask_import_run((p_request).subject_id, (p_request).id, p_actor, p_at);
  return 'due';
end $$;
comment on function desk.due_import is 'A large import was approved by one more person.';
