/* What was approved to leave in the 24 hours before an instant, all members together, in minor units; what came back is left out. */
create or replace function funding.outflow(p_currency text, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(amount), 0)::bigint from funding.withdrawals where currency = p_currency and decided_at > p_at - interval '24 hours' and state in ('approved', 'sent', 'confirmed')
$$;
comment on function funding.outflow is 'Approved to leave in the last 24 hours, minor units.';
