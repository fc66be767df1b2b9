/* Value of a setting as text; null when there is none. */
create or replace function core.setting(p_key text) returns text
language sql stable set search_path = '' as $$ select value from core.settings where key = p_key $$;
comment on function core.setting is 'Value of a setting as text.';
