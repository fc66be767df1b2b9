-- owner: reader
/* Where the bytes of a finished file of a report lie. Refuses `not_found`, also when it is not finished yet and when its time is over. */
create or replace function desk.staff_export_file(p_token text, p_export uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
  v_export office.exports;
begin
  select * into v_export from office.exports e where e.id = p_export and desk.export_state(e) = 'finished' and e.report <> 'audit_pack';
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('storage_key', v_export.file_id, 'report', v_export.report, 'from', v_export.filters ->> 'from', 'until', v_export.filters ->> 'until', 'format', v_export.format);
end $$;
comment on function desk.staff_export_file is 'Where the bytes of a file of a report lie.';
