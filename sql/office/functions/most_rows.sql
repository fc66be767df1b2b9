/* The most rows a file of a format holds; a pack has no bound, and a format that is none has no most. */
create or replace function office.most_rows(p_format text) returns bigint
language sql immutable set search_path = '' as $$
  select case p_format when 'csv' then 1000000 when 'json' then 1000000 when 'xlsx' then 200000 when 'pdf' then 5000 when 'tar.gz' then 9223372036854775807 end
$$;
comment on function office.most_rows is 'The most rows a file of a format holds.';
