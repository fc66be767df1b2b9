/* Part of a pair's credit to EARNINGS that is held until staff release it, minor units. The matcher and a what-if ask the same. */
create or replace function network.reserve_part(p_earnings bigint, p_rate numeric) returns bigint
language sql immutable parallel safe as $$ select round(p_earnings * p_rate * 0.01)::bigint $$;
comment on function network.reserve_part is 'Part of a pair''s earnings that is held.';
