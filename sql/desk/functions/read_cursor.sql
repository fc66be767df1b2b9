/* Reads a keyset cursor made by desk.make_cursor; `invalid_input` when it is none. */
create or replace function desk.read_cursor(p_cursor text, out at timestamptz, out id uuid)
language plpgsql immutable set search_path = '' as $$
begin
  if p_cursor is null then return; end if;
  if p_cursor !~ '^[0-9]{1,20}_[0-9a-f-]{36}$' then perform core.refuse('invalid_input', 'cursor'); end if;
  at := timestamptz 'epoch' + split_part(p_cursor, '_', 1)::bigint * interval '1 microsecond';
  id := split_part(p_cursor, '_', 2)::uuid;
exception when invalid_text_representation or numeric_value_out_of_range then
  perform core.refuse('invalid_input', 'cursor');
end $$;
comment on function desk.read_cursor is 'Reads a keyset cursor.';
