/* Carries an approved change of a setting out; whoever asked has changed it. Refuses `setting_changed` when another value stands since, and
   as desk.check_setting. */
create or replace function desk.carry_out_setting(p_request approval.requests, p_caller identity.caller, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_key text := (p_request).payload ->> 'key';
  v_value text := desk.check_setting(core.setting_row(v_key), (p_request).payload ->> 'value');
begin
  perform core.change_setting(v_key, (p_request).payload ->> 'before', v_value, (p_request).maker_id, (p_request).payload ->> 'reason', (p_request).id, p_at);
  perform audit.write(p_at, p_caller, 'setting_change', 'setting', v_key, (p_request).payload ->> 'reason', (p_request).payload -> 'before', (p_request).payload -> 'value');
end $$;
comment on function desk.carry_out_setting is 'Carries an approved change of a setting out.';
