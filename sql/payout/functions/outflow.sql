/* What payouts were approved to send in the 24 hours before an instant, all members together, in minor units; what came back is left out. */
create or replace function payout.outflow(p_currency text, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(bank), 0)::bigint from payout.payouts where currency = p_currency and decided_at > p_at - interval '24 hours' and state in ('approved', 'sent', 'paid')
$$;
comment on function payout.outflow is 'Approved to leave in the last 24 hours, minor units.';
