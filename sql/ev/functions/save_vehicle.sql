/* Writes a vehicle of the catalogue (null: a new one). Price in minor units. Without a picture the one it has stays. Refuses `not_found`, `invalid_input` (name, currency),
   `currency_mismatch` (an existing one keeps its currency), `below_minimum` (nobody could make the first payment), `reference_taken` (name).
   Answers its id. */
create or replace function ev.save_vehicle(p_vehicle uuid, p_name text, p_price bigint, p_currency text, p_active boolean, p_picture uuid, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_name text := core.clean_text(p_name, 'name', 80);
  v_least bigint := core.setting_amount('booking_first_minimum', p_currency);
  v_id uuid;
begin
  if v_name is null then perform core.refuse('invalid_input', 'name'); end if;
  if p_price < v_least then perform core.refuse('below_minimum', 'price', jsonb_build_object('minimum', core.format_amount(v_least, p_currency), 'currency', p_currency)); end if;
  if p_vehicle is null then
    insert into ev.vehicles (name, price, currency, active, picture_id, created_at) values (v_name, p_price, p_currency, p_active, p_picture, p_at) returning id into v_id;
  else
    if exists (select from ev.vehicles where id = p_vehicle and currency <> p_currency) then perform core.refuse('currency_mismatch', 'currency'); end if;
    update ev.vehicles set name = v_name, price = p_price, active = p_active, picture_id = coalesce(p_picture, picture_id) where id = p_vehicle returning id into v_id;
    if v_id is null then perform core.refuse('not_found', 'vehicle'); end if;
  end if;
  return v_id;
exception when unique_violation then
  perform core.refuse('reference_taken', 'name');
  return null;
end $$;
comment on function ev.save_vehicle is 'Writes a vehicle of the catalogue.';
