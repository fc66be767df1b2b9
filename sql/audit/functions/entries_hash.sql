/* How many of some entries there are, and the hash of their leaves in order of their numbers. */
create or replace function audit.entries_hash(p_ids int8multirange, p_secret bytea) returns table (entries bigint, hash bytea)
language sql stable set search_path = '' as $$
  select count(*), sha256(coalesce(string_agg(audit.entry_hash(e, p_secret), ''::bytea order by e.id), ''::bytea))
    from audit.log e where e.id >= lower(p_ids) and e.id < upper(p_ids) and e.id <@ p_ids
$$;
comment on function audit.entries_hash is 'How many of some entries there are, and their hash.';
