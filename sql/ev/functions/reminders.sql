/* Instalments not wholly paid that fall due on a day or in the three days after it (instalment_due), or fell due in the thirty days before it
   (instalment_late), with what is missing, minor units, and the key under which their member is told once. What a payout that waits will pay is
   not asked for. */
create or replace function ev.reminders(p_on date) returns table (member_id bigint, template text, booking_id uuid, reference text, vehicle text, no integer, due_on date, missing bigint, currency text, dedupe_key text)
language sql stable security definer set search_path = '' as $$
  select b.member_id, k.template, b.id, b.reference, b.vehicle_name, i.no, i.due_on, i.amount - s.paid, b.currency, k.template || ':' || b.id || ':' || i.no
    from ev.instalments i join ev.bookings b on b.id = i.booking_id and b.cancelled_at is null and b.outstanding > 0
    join identity.members m on m.id = b.member_id and m.status not in ('closed', 'claimed')
    cross join lateral (select case when i.due_on < p_on then 'instalment_late' else 'instalment_due' end as template) k
    cross join lateral (select least(i.amount, greatest(0, b.paid + b.reserved - b.first_payment - i.before)) as paid) s
   where i.due_on between p_on - 30 and p_on + 3 and s.paid < i.amount
$$;
comment on function ev.reminders is 'Instalments that members are to be reminded of.';
