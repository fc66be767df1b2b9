/* What tax was taken of, with value dates from a day until another: each payout and each credit in the scope of a rule, of one member or of all. Minor units; reversed payouts are
   left out: their tax went back in the same quarter. */
create or replace function payout.tax_taken(p_member bigint, p_from date, p_until date) returns table (member_id bigint, currency text, rule_id uuid, value_on date, source text, reference text, gross bigint, tax bigint)
language sql stable security definer set search_path = '' as $$
  select p.member_id, p.currency, p.rule_id, p.posted_on, 'payout', p.reference, p.gross, p.tax
    from payout.payouts p where p.posted_on between p_from and p_until and p.state <> 'reversed' and p.rule_id is not null and (p_member is null or p.member_id = p_member)
  union all
  select c.member_id, c.currency, c.rule_id, c.value_on, 'credit', null, c.amount, c.tax
    from payout.credits c where c.value_on between p_from and p_until and (p_member is null or c.member_id = p_member)
$$;
comment on function payout.tax_taken is 'What tax was taken of, one by one.';
