/* Keeps the caller's photo, drawn and stored by the web under the id, in place of the one before, whose bytes the web removes. The same picture again
   changes nothing. Refuses `file_invalid`, also for an id that is taken. */
create or replace function desk.member_photo_save(p_token text, p_file uuid, p_bytes integer, p_sha256 text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
  v_before identity.photos;
begin
  if p_file is null or p_bytes is null or p_bytes not between 1 and 1048576 or p_sha256 is null or p_sha256 !~ '^[0-9a-f]{64}$' or exists (select from identity.photos where id = p_file and member_id <> v_caller.actor_id) then
    perform core.refuse('file_invalid', 'file');
  end if;
  -- One at a time: whoever replaces a photo says which bytes go.
  perform from identity.members where id = v_caller.actor_id for no key update;
  select * into v_before from identity.photos where member_id = v_caller.actor_id;
  if v_before.sha256 = decode(p_sha256, 'hex') then return jsonb_build_object('file', v_before.id, 'replaced', null); end if;
  insert into identity.photos (member_id, id, bytes, sha256, added_at) values (v_caller.actor_id, p_file, p_bytes, decode(p_sha256, 'hex'), v_at)
  on conflict (member_id) do update set id = excluded.id, bytes = excluded.bytes, sha256 = excluded.sha256, added_at = excluded.added_at;
  perform audit.write(v_at, v_caller, 'photo_save', 'member', v_caller.actor_id::text);
  return jsonb_build_object('file', p_file, 'replaced', v_before.id);
end $$;
comment on function desk.member_photo_save is 'Keeps the caller''s photo.';
