/* The value a person typed for a setting, as it is kept. Refuses `invalid_input` at the field, with why: `empty`, `shape` (not of its kind or
   form), `range` (with least and most), `choice`, `currency`, `timezone`. */
create or replace function core.check_setting(p_setting core.settings, p_value text) returns text
language plpgsql stable set search_path = '' as $$
declare
  v_value text := coalesce(core.clean_text(p_value, 'value', 2000), '');
  v_why text;
begin
  v_why := case
    when v_value = '' and (p_setting).kind <> 'text' then 'empty'
    when (p_setting).kind = 'integer' and v_value !~ '^[0-9]{1,9}$' then 'shape'
    when (p_setting).kind = 'decimal' and v_value !~ '^[0-9]{1,12}(\.[0-9]{1,8})?$' then 'shape'
    when (p_setting).kind = 'boolean' and v_value not in ('true', 'false') then 'choice'
    when (p_setting).kind = 'currency' and not exists (select from core.currencies where code = v_value) then 'currency'
    when (p_setting).kind = 'timezone' and not core.timezone_known(v_value) then 'timezone'
    when v_value <> all ((p_setting).choices) then 'choice'
    when v_value !~ (p_setting).shape then 'shape'
  end;
  if v_why is null and (p_setting).kind in ('integer', 'decimal') and v_value::numeric not between coalesce((p_setting).least, 0) and coalesce((p_setting).most, 999999999999) then v_why := 'range'; end if;
  if v_why is not null then
    perform core.refuse('invalid_input', 'value', jsonb_strip_nulls(jsonb_build_object('reason', v_why, 'least', (p_setting).least::text, 'most', (p_setting).most::text)));
  end if;
  return v_value;
end $$;
comment on function core.check_setting is 'The value a person typed for a setting, checked.';
