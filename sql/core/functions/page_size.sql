/* Rows of a page: 1 to 100, 25 when not said. */
create or replace function core.page_size(p_limit integer) returns integer
language sql immutable parallel safe set search_path = '' as $$ select least(greatest(coalesce(p_limit, 25), 1), 100) $$;
comment on function core.page_size is 'Rows of a page.';
