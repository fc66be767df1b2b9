/* How many lines of all its files together an import may have to be checked and posted at once, in the call of whoever asks; a longer one is the worker's. Ten thousand lines took 2 to 4 s, and a call of the web is cut off after 15. */
create or replace function office.import_lines_at_once() returns bigint
language sql immutable set search_path = '' as $$ select 5000::bigint $$;
comment on function office.import_lines_at_once is 'Lines up to which an import is checked and posted at once.';
