/* A member's photo as a file to be sent; refuses `not_found` where there is none. */
create or replace function desk.json_photo(p_member bigint) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce((select jsonb_build_object('file', jsonb_build_object('id', p.id, 'name', 'photo.jpg', 'mime', 'image/jpeg', 'bytes', p.bytes, 'storage_key', p.id::text)) from identity.photos p where p.member_id = p_member), desk.nothing_found())
$$;
comment on function desk.json_photo is 'A member''s photo as a file to be sent.';
