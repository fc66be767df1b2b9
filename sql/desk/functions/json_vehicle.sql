/* A vehicle of the catalogue, with the smallest first payment of a booking. */
create or replace function desk.json_vehicle(p_vehicle ev.vehicles) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_vehicle).id, 'name', (p_vehicle).name, 'price', core.format_amount((p_vehicle).price, (p_vehicle).currency), 'currency', (p_vehicle).currency,
    'first_payment', core.format_amount(coalesce(core.setting_amount('booking_first_minimum', (p_vehicle).currency), 0), (p_vehicle).currency), 'picture', (p_vehicle).picture_id, 'active', (p_vehicle).active)
$$;
comment on function desk.json_vehicle is 'A vehicle of the catalogue.';
