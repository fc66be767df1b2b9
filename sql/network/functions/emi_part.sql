/* Part of a pair's value that goes to EMI_RESERVE, minor units: nothing up to the plan's first pairs and for an active buyer, else round(value *
   rate / 100). The matcher and a what-if ask the same. */
create or replace function network.emi_part(p_value bigint, p_rate numeric, p_first integer, p_life integer, p_buyer boolean) returns bigint
language sql immutable parallel safe as $$ select case when p_life <= p_first or p_buyer then 0 else round(p_value * p_rate * 0.01)::bigint end $$;
comment on function network.emi_part is 'Part of a pair''s value that goes to the EMI reserve.';
