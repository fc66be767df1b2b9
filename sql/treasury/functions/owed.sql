/* What a member owes for what was reversed, less what was recovered, minor units by currency. */
create or replace function treasury.owed(p_member bigint) returns table (currency text, amount bigint)
language sql stable set search_path = '' as $$
  select c.currency, sum(c.amount - c.recovered)::bigint from treasury.clawbacks c where c.member_id = p_member and c.recovered < c.amount group by c.currency
$$;
comment on function treasury.owed is 'What a member owes for what was reversed.';
