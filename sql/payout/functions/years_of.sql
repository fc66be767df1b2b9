/* A member's taxed financial years, oldest first: what was credited (reversed pairs and commissions that were taken back left out), what was
   taken for it, and the rule of its last credit. Minor units. */
create or replace function payout.years_of(p_member bigint, p_currency text) returns table (year_on date, total bigint, taken bigint, rule_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.year_on,
         coalesce(sum(c.amount) filter (where not exists (select from network.pairs p where p.item_id = c.item_id and p.state = 'reversed')
           and not exists (select from referral.commissions r join referral.clawbacks b on b.commission_id = r.id where r.item_id = c.item_id)), 0)::bigint,
         coalesce((select sum(t.amount) from payout.credit_taxes t join payout.credits o on o.id = t.credit_id where o.member_id = p_member and o.currency = p_currency and t.year_on = c.year_on), 0)::bigint,
         (array_agg(c.rule_id order by c.value_on desc, c.id desc))[1]
    from payout.credits c where c.member_id = p_member and c.currency = p_currency group by c.year_on order by c.year_on
$$;
comment on function payout.years_of is 'A member''s taxed financial years.';
