/* What a member asked to withdraw in the last 24 hours (minor units), refused and cancelled requests left out. */
create or replace function funding.withdrawn_today(p_member bigint, p_currency text, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(amount), 0)::bigint from funding.withdrawals
   where member_id = p_member and currency = p_currency and requested_at > p_at - interval '24 hours' and state not in ('rejected', 'cancelled', 'returned')
$$;
comment on function funding.withdrawn_today is 'Withdrawn in the last 24 hours.';
