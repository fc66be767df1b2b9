/* Divides an amount (minor units) by shares in hundredths of a percent, which are the whole together: everybody gets the rounded down part, and
   what is left over goes, one minor unit each, to the largest remainders, the earlier one first. The parts add up to the amount. */
create or replace function compliance.divide(p_amount bigint, p_shares integer[]) returns bigint[]
language sql immutable set search_path = '' as $$
  with parts as (
    select s.n, div(p_amount::numeric * s.share, 10000) as part, mod(p_amount::numeric * s.share, 10000) as rest
      from unnest(p_shares) with ordinality s (share, n)),
  ranked as (
    select p.n, p.part, row_number() over (order by p.rest desc, p.n) as rank, p_amount - sum(p.part) over () as left_over from parts p)
  select coalesce(array_agg((r.part + case when r.rank <= r.left_over then 1 else 0 end)::bigint order by r.n), '{}') from ranked r
$$;
comment on function compliance.divide is 'Divides an amount by shares, exactly.';
