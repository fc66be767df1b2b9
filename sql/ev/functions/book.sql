/* Books a vehicle at its present price, with the instalments asked for (count 1 to 120, day of the month 1 to 31; both or none). A draft
   until the first payment is confirmed. p_price: what the member read, in minor units. Refuses `not_found`,
   `not_active` (the vehicle, or the account was closed), `version_changed` (the price), `invalid_input`. Answers the booking. */
create or replace function ev.book(p_member bigint, p_vehicle uuid, p_price bigint, p_parts integer, p_day integer, p_at timestamptz) returns ev.bookings
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_vehicle ev.vehicles;
  v_row ev.bookings;
begin
  -- Before the vehicle is read: an account that was closed while we waited books nothing.
  perform from identity.members where id = p_member and status <> 'closed' for no key update;
  if not found then perform core.refuse('not_active'); end if;
  select * into v_vehicle from ev.vehicles where id = p_vehicle;
  if not found then perform core.refuse('not_found', 'vehicle'); end if;
  if not v_vehicle.active then perform core.refuse('not_active', 'vehicle'); end if;
  if p_price <> v_vehicle.price then perform core.refuse('version_changed'); end if;
  if (p_parts is null) <> (p_day is null) or p_parts not between 1 and 120 then perform core.refuse('invalid_input', 'parts'); end if;
  if p_day not between 1 and 31 then perform core.refuse('invalid_input', 'day'); end if;
  insert into ev.bookings (reference, member_id, vehicle_id, vehicle_name, currency, price, parts, part_day, booked_at)
  values ('B-' || core.random_code(8), p_member, p_vehicle, v_vehicle.name, v_vehicle.currency, v_vehicle.price, p_parts, p_day, p_at) returning * into v_row;
  return v_row;
end $$;
comment on function ev.book is 'Books a vehicle.';
