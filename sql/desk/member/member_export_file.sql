-- owner: reader
/* Where the bytes of a finished file about the caller lie. Refuses `not_found`, also when it is not finished yet, when its time is over and when it is somebody else's, and `viewing_only`. */
create or replace function desk.member_export_file(p_token text, p_export uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_export office.exports;
begin
  perform identity.in_person(v_caller);
  select * into v_export from office.exports e where e.id = p_export and e.member_id = v_caller.actor_id and desk.export_state(e) = 'finished';
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('storage_key', v_export.file_id, 'report', v_export.report, 'from', v_export.filters ->> 'from', 'until', v_export.filters ->> 'until', 'format', v_export.format);
end $$;
comment on function desk.member_export_file is 'Where the bytes of a file about the caller lie.';
