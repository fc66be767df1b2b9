-- owner: reader
/* One booking with its member, payments and schedule, and the latest request to cancel it. */
create or replace function desk.staff_booking(p_token text, p_booking uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'bookings.read');
  v_row ev.bookings;
begin
  select * into v_row from ev.bookings where id = p_booking;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('booking', desk.json_booking(v_row) || jsonb_build_object('member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = v_row.member_id),
    'refund_reference', v_row.refund_reference,
    'cancel_request', (select r.id from approval.requests r where r.kind = 'booking_cancel' and r.subject_id = v_row.id order by r.created_at desc limit 1))) || desk.json_booking_money(v_row);
end $$;
comment on function desk.staff_booking is 'One booking for staff.';
