/* Law: what the books hold for vehicles, wherever the operator keeps it, is what bookings hold and what waits to be refunded. Over everything. */
create or replace function ev.money_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'vehicle money is what bookings hold', 'vehicle money in ' || coalesce(a.currency, b.currency), coalesce(b.sum, 0)::text, coalesce(a.sum, 0)::text
    from (select x.currency, sum(x.balance) as sum from ledger.balances x where x.kind in ('customer_advances:held', 'customer_advances:external') group by x.currency) a
    full join (select x.currency, sum(x.paid + case when x.refunded_at is null then coalesce(x.refund, 0) else 0 end) as sum from ev.bookings x group by x.currency) b on b.currency = a.currency
   where coalesce(a.sum, 0) <> coalesce(b.sum, 0)
$$;
comment on function ev.money_faults is 'Vehicle money that is not what bookings hold.';
