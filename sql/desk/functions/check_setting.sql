/* What a setting's value must also be because of what is there already, which core does not know. Refuses as core.check_setting and
   invest.check_rail. */
create or replace function desk.check_setting(p_setting core.settings, p_value text) returns text
language plpgsql stable set search_path = '' as $$
declare v_value text := core.check_setting(p_setting, p_value);
begin
  if (p_setting).key = 'rail_percent' then perform invest.check_rail(v_value::numeric); end if;
  return v_value;
end $$;
comment on function desk.check_setting is 'What a setting''s value must also be because of what is there already.';
