/* What of a payout pays instalments of which booking. */
create or replace function desk.json_payout_parts(p_payout payout.payouts) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('booking', b.id, 'reference', b.reference, 'amount', core.format_amount(t.amount, (p_payout).currency)) order by b.opened_at, b.id), '[]')
    from payout.parts t join ev.bookings b on b.id = t.booking_id where t.payout_id = (p_payout).id
$$;
comment on function desk.json_payout_parts is 'What of a payout pays instalments.';
