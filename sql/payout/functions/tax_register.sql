/* The tax register: what was taken from each member with value dates from a day until another, at payout and at credit, with what it was taken of (payout.tax_taken). Minor units. */
create or replace function payout.tax_register(p_from date, p_until date) returns table (member_id bigint, currency text, gross bigint, tax bigint)
language sql stable security definer set search_path = '' as $$
  select x.member_id, x.currency, sum(x.gross)::bigint, sum(x.tax)::bigint from payout.tax_taken(null, p_from, p_until) x
   group by x.member_id, x.currency order by x.member_id, x.currency
$$;
comment on function payout.tax_register is 'What was taken from each member as tax.';
