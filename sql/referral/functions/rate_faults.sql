/* Law: a commission is round(base * rate / 100), minor units. Of commissions after p_after, or of all. */
create or replace function referral.rate_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a commission is its rate of its base', 'commission ' || c.id, round(c.base * c.rate * 0.01)::text, c.amount::text
    from referral.commissions c where c.id > coalesce(p_after, 0) and c.amount <> round(c.base * c.rate * 0.01)
$$;
comment on function referral.rate_faults is 'Commissions that are not their rate of their base.';
