/* Part of whole in percent with two decimals, rounded down; null when there is no whole. */
create or replace function desk.percent_down(p_part bigint, p_whole bigint) returns text
language sql immutable set search_path = '' as $$
  select case when p_whole > 0 then trunc(p_part::numeric * 100 / p_whole, 2)::text end
$$;
comment on function desk.percent_down is 'Percentage rounded down.';
