/* An instant in UTC with all its microseconds, as sealed forms count them. */
create or replace function ledger.exact_time(p_at timestamptz) returns text
language sql stable set search_path = '' as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
comment on function ledger.exact_time is 'An instant in UTC with all its microseconds.';
