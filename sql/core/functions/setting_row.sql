/* A setting by its key; `not_found` when there is none. */
create or replace function core.setting_row(p_key text) returns core.settings
language plpgsql stable security definer set search_path = '' as $$
declare v_setting core.settings;
begin
  select * into v_setting from core.settings where key = p_key;
  if not found then perform core.refuse('not_found'); end if;
  return v_setting;
end $$;
comment on function core.setting_row is 'A setting by its key.';
