/* What of an amount (minor units) pays which of a member's open bookings: instalments due until a day, oldest first over all bookings, as far as neither paid
   nor reserved by a payout that waits. */
create or replace function payout.due_parts(p_member bigint, p_currency text, p_amount bigint, p_due_on date) returns table (booking_id uuid, amount bigint)
language sql stable security definer set search_path = '' as $$
  select w.id, sum(least(w.unpaid, greatest(0, p_amount - (w.upto - w.unpaid))))::bigint as part
    from (select b.id, x.unpaid, sum(x.unpaid) over (order by i.due_on, b.opened_at, b.id, i.no) as upto
            from ev.bookings b join ev.instalments i on i.booking_id = b.id
            cross join lateral (select i.amount - least(i.amount, greatest(0, b.paid + b.reserved - b.first_payment - i.before)) as unpaid) x
           where b.member_id = p_member and b.currency = p_currency and b.opened_at is not null and b.cancelled_at is null and b.outstanding > b.reserved
             and i.due_on <= p_due_on and x.unpaid > 0) w
   where w.upto - w.unpaid < p_amount group by w.id order by w.id
$$;
comment on function payout.due_parts is 'What of an amount pays which bookings.';
