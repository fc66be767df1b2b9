/* A line or paragraph a person typed: trimmed, control characters refused, bounded. Empty becomes null. */
create or replace function core.clean_text(p_text text, p_field text, p_most integer) returns text
language plpgsql immutable set search_path = '' as $$
declare v_text text := nullif(btrim(p_text, E' \t\r\n'), '');
begin
  if v_text ~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]' or length(v_text) > p_most then
    perform core.refuse('invalid_input', p_field, jsonb_build_object('most', p_most));
  end if;
  return v_text;
end $$;
comment on function core.clean_text is 'Trims and bounds what a person typed.';
