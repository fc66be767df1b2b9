/* A vehicle's picture as a file to be sent; refuses `not_found` for every id that is not the picture of a vehicle. */
create or replace function desk.json_picture(p_picture uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce((select jsonb_build_object('file', jsonb_build_object('id', v.picture_id, 'name', 'vehicle.jpg', 'mime', 'image/jpeg', 'storage_key', v.picture_id::text)) from ev.vehicles v where v.picture_id = p_picture limit 1), desk.nothing_found())
$$;
comment on function desk.json_picture is 'A vehicle''s picture as a file to be sent.';
