-- owner: reader
/* Every setting as it stands. */
create or replace function desk.staff_settings(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'settings.read');
begin
  return jsonb_build_object('settings', (select coalesce(jsonb_agg(desk.json_setting(s) order by s.key), '[]') from core.settings s));
end $$;
comment on function desk.staff_settings is 'Every setting as it stands.';
