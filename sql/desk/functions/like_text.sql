/* Text for a LIKE pattern, its wildcards taken literally. */
create or replace function desk.like_text(p_text text) returns text
language sql immutable set search_path = '' as $$ select replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_') $$;
comment on function desk.like_text is 'Text for a LIKE pattern.';
