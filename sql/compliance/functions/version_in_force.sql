/* The version of an operator's document that holds on a day: the latest one that has begun and not ended. Null when none does. */
create or replace function compliance.version_in_force(p_paper uuid, p_on date) returns compliance.paper_versions
language sql stable security definer set search_path = '' as $$
  select v from compliance.paper_versions v where v.paper_id = p_paper and v.valid_from <= p_on and (v.valid_until is null or v.valid_until >= p_on) order by v.no desc limit 1
$$;
comment on function compliance.version_in_force is 'The version of an operator''s document that holds on a day.';
