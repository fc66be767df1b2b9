/* Whether a text that is looked for anywhere (of one or two letters: at the beginning of words) holds letters or digits enough for the indexes of
   parts of words; for any other, such an index would be read from end to end. */
create or replace function desk.findable(p_search text) returns boolean
language sql immutable set search_path = '' as $$
  select case when length(p_search) > 2 then p_search ~ '[[:alnum:]]{3}|[^[:alnum:]][[:alnum:]]|[[:alnum:]]{2}[^[:alnum:]]' else p_search ~ '^[[:alnum:]]' end
$$;
comment on function desk.findable is 'Whether the indexes of parts of words help with a text.';
