/* Of what the cap left over so many pairs are made as the next month begins: none where the plan of the month that ends says flush, else up to the
   cap of the month that begins. The matcher and a what-if ask the same. */
create or replace function network.carried_over(p_over bigint, p_over_cap text, p_cap integer) returns bigint
language sql immutable parallel safe as $$ select case p_over_cap when 'flush' then 0 else least(p_over, p_cap) end $$;
comment on function network.carried_over is 'Pairs made of what the cap left over, as a month begins.';
