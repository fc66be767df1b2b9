/* The tax register: what was taken from each member with value dates from a day until another, at payout and at credit, with what it was taken of. Minor units; reversed payouts are
   left out: their tax went back in the same quarter. */
create or replace function payout.tax_register(p_from date, p_until date) returns table (member_id bigint, currency text, gross bigint, tax bigint)
language sql stable security definer set search_path = '' as $$
  select x.member_id, x.currency, sum(x.gross)::bigint, sum(x.tax)::bigint from (
    select p.member_id, p.currency, p.gross, p.tax from payout.payouts p where p.posted_on between p_from and p_until and p.state <> 'reversed' and p.rule_id is not null
    union all select c.member_id, c.currency, c.amount, c.tax from payout.credits c where c.value_on between p_from and p_until) x
   group by x.member_id, x.currency order by x.member_id, x.currency
$$;
comment on function payout.tax_register is 'What was taken from each member as tax.';
