/* Where the bytes of a finished pack lie; that somebody took them is in the audit log. Refuses `not_found`, also when it is not finished yet and when its time is over. */
create or replace function desk.staff_pack_file(p_token text, p_pack uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'audit.pack');
  v_export office.exports;
begin
  select * into v_export from office.exports e where e.id = p_pack and desk.export_state(e) = 'finished' and e.report = 'audit_pack';
  if not found then perform core.refuse('not_found'); end if;
  perform audit.write(core.business_now(), v_caller, 'audit_pack_take', 'export', v_export.id::text);
  return jsonb_build_object('storage_key', v_export.file_id, 'from', v_export.filters ->> 'from', 'until', v_export.filters ->> 'until', 'asked_at', v_export.asked_at);
end $$;
comment on function desk.staff_pack_file is 'Where the bytes of a pack lie.';
