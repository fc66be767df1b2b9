-- owner: reader
/* One setting with every change there was: from what to what, who asked, who approved, why. */
create or replace function desk.staff_setting(p_token text, p_setting text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'settings.read');
  v_row core.settings;
begin
  select * into v_row from core.settings where key = p_setting;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('setting', desk.json_setting(v_row),
    'currencies', (select jsonb_agg(c.code order by c.code) from core.currencies c),
    'versions', (select coalesce(jsonb_agg(jsonb_build_object('no', v.no, 'before', v.before, 'value', v.value, 'by', identity.person_name(v.changed_by), 'at', v.changed_at, 'reason', v.reason, 'request', v.request_id,
        'approved_by', (select string_agg(identity.person_name(d.staff_id), ', ' order by d.decided_at) from approval.decisions d where d.request_id = v.request_id)) order by v.no desc), '[]')
      from (select x.* from core.setting_versions x where x.key = p_setting order by x.no desc limit 100) v));
end $$;
comment on function desk.staff_setting is 'One setting with every change there was.';
