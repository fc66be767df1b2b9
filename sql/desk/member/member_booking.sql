-- owner: reader
/* One booking with its payments and schedule, the smallest payment it takes next (null once it takes none), and where payments go. */
create or replace function desk.member_booking(p_token text, p_booking uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row ev.bookings;
  v_least bigint;
begin
  select * into v_row from ev.bookings where id = p_booking and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.cancelled_at is null and v_row.outstanding > 0 then
    v_least := least(v_row.outstanding, core.setting_amount(case when v_row.opened_at is null then 'booking_first_minimum' else 'booking_minimum' end, v_row.currency));
  end if;
  return jsonb_build_object('booking', desk.json_booking(v_row), 'least', core.format_amount(v_least, v_row.currency), 'pay_to', nullif(core.setting('booking_pay_to'), '')) || desk.json_booking_money(v_row);
end $$;
comment on function desk.member_booking is 'One booking with its payments and schedule.';
