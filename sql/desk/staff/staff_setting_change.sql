/* Changes a setting; where it touches money, asks somebody else to approve the change. p_before is the value the person saw. Refuses
   `not_found`, `setting_changed`, `note_required`, `already_open`, and as desk.check_setting. */
create or replace function desk.staff_setting_change(p_token text, p_setting text, p_before text, p_value text, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'settings.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_setting core.settings;
  v_value text;
  v_reason text := core.clean_text(p_reason, 'reason', 1000);
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'setting', p_key, jsonb_build_array(p_setting, p_before, p_value, v_reason));
  if v_known is not null then return v_known; end if;
  v_setting := core.setting_row(p_setting);
  v_value := desk.check_setting(v_setting, p_value);
  if v_setting.value is distinct from p_before then perform core.refuse('setting_changed', 'value'); end if;
  if v_value = v_setting.value then perform core.refuse('invalid_input', 'value', '{"reason": "nothing_changes"}'); end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  if v_setting.touches_money then
    v_request := approval.open('setting', desk.setting_subject(p_setting), p_setting, null, null, v_caller.actor_id, 'staff', null,
      jsonb_build_object('key', p_setting, 'before', v_setting.value, 'value', v_value, 'reason', v_reason), 1::smallint, v_at);
  else
    perform core.change_setting(p_setting, p_before, v_value, v_caller.actor_id, v_reason, null, v_at);
  end if;
  perform audit.write(v_at, v_caller, case when v_request is null then 'setting_change' else 'setting_ask' end, 'setting', p_setting, v_reason, to_jsonb(v_setting.value), to_jsonb(v_value));
  return ledger.keep_outcome(v_caller.actor_id, 'setting', p_key, jsonb_build_object('request', v_request));
end $$;
comment on function desk.staff_setting_change is 'Changes a setting, or asks somebody else to approve the change.';
