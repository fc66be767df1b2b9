/* Changes a setting and writes the version. `setting_changed` when it is no longer what the person saw; refuses as core.check_setting,
   and `invalid_input` (nothing_changes) when it is so already. Answers the version's number. */
create or replace function core.change_setting(p_key text, p_before text, p_value text, p_by bigint, p_reason text, p_request uuid, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_setting core.settings;
  v_value text;
  v_no integer;
begin
  select * into v_setting from core.settings where key = p_key for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_setting.value <> p_before then perform core.refuse('setting_changed', 'value'); end if;
  v_value := core.check_setting(v_setting, p_value);
  if v_value = v_setting.value then perform core.refuse('invalid_input', 'value', '{"reason": "nothing_changes"}'); end if;
  update core.settings set value = v_value where key = p_key;
  insert into core.setting_versions (key, no, before, value, changed_by, changed_at, reason, request_id)
  values (p_key, 1 + (select count(*) from core.setting_versions v where v.key = p_key), v_setting.value, v_value, p_by, p_at, p_reason, p_request) returning no into v_no;
  return v_no;
end $$;
comment on function core.change_setting is 'Changes a setting and writes the version.';
