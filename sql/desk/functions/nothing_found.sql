/* Refuses `not_found` where an expression is needed. */
create or replace function desk.nothing_found() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  perform core.refuse('not_found');
  return null;
end $$;
comment on function desk.nothing_found is 'Refuses not_found.';
