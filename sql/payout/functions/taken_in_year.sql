/* Tax of a member's payouts that were asked for in the financial year of a day, minor units; what was refused, taken back or reversed is left out. */
create or replace function payout.taken_in_year(p_member bigint, p_currency text, p_on date) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(p.tax), 0)::bigint from payout.payouts p
   where p.member_id = p_member and p.currency = p_currency and payout.year_of(p.requested_on) = payout.year_of(p_on) and p.state not in ('rejected', 'cancelled', 'reversed')
$$;
comment on function payout.taken_in_year is 'Tax of a member''s payouts in a financial year.';
