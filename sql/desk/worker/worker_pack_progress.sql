/* How many lines and journals of a pack are written. Answers whether p_file is still the attempt under way. */
create or replace function desk.worker_pack_progress(p_pack uuid, p_file uuid, p_done bigint) returns jsonb
language sql volatile security definer set search_path = '' as $$ select jsonb_build_object('current', office.note_progress(p_pack, p_file, p_done)) $$;
comment on function desk.worker_pack_progress is 'How far a pack is.';
