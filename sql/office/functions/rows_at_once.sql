/* Up to so many rows a member's file is made while the member waits; a longer one is made by a worker. */
create or replace function office.rows_at_once() returns bigint
language sql stable set search_path = '' as $$ select core.setting('export_rows_at_once')::bigint $$;
comment on function office.rows_at_once is 'The most rows of a file that is made while its member waits.';
