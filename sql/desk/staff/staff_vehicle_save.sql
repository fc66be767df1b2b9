/* Writes a vehicle of the catalogue; answers the picture it now has and the one that nobody needs any more. The bytes of a picture are drawn and
   stored by the web under an id of its own, new with each post, so that the id is no part of what the request key stands for. Refuses as
   ev.save_vehicle, `invalid_amount`, `key_reuse`. */
create or replace function desk.staff_vehicle_save(p_token text, p_vehicle uuid, p_name text, p_price text, p_currency text, p_active boolean, p_picture uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'bookings.write');
  v_known jsonb;
  v_id uuid;
  v_before uuid;
  v_price bigint := core.parse_amount(p_price, p_currency, 'price');
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'vehicle_save', p_key, jsonb_build_array(p_vehicle, p_name, v_price, p_currency, p_active, p_picture is not null));
  if v_known is not null then return v_known; end if;
  select picture_id into v_before from ev.vehicles where id = p_vehicle;
  v_id := ev.save_vehicle(p_vehicle, p_name, v_price, p_currency, coalesce(p_active, true), p_picture, core.business_now());
  perform audit.write(core.business_now(), v_caller, 'vehicle_save', 'vehicle', v_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'vehicle_save', p_key, jsonb_build_object('vehicle', v_id, 'picture', coalesce(p_picture, v_before), 'replaced', case when p_picture is not null then v_before end));
end $$;
comment on function desk.staff_vehicle_save is 'Writes a vehicle of the catalogue.';
