/* Begins an export, or begins it anew after an attempt that was cut off: p_file is where its bytes will lie, `abandoned` where those of the attempt before may lie. Nothing is to do
   (`go` is false) once it has ended, and after five attempts, or when its member's account is closed, it has failed. The first attempt fixes the moment its rows are of. */
create or replace function office.begin_export(p_export uuid, p_file uuid, p_at timestamptz, out go boolean, out abandoned uuid, out export office.exports)
language plpgsql volatile security definer set search_path = '' as $$
begin
  select * into export from office.exports e where e.id = p_export for no key update;
  go := export.state in ('waiting', 'running');
  if go is not true then go := false; return; end if;
  abandoned := export.file_id;
  if export.attempts >= 5 or exists (select from identity.members m where m.id = export.member_id and m.status in ('closed', 'claimed')) then
    go := false;
    update office.exports e set state = 'failed', file_id = null, ended_at = p_at where e.id = p_export returning * into export;
    return;
  end if;
  update office.exports e set state = 'running', attempts = e.attempts + 1, done = 0, file_id = p_file, begun_at = coalesce(e.begun_at, p_at), seen = coalesce(e.seen, pg_current_snapshot())
   where e.id = p_export returning * into export;
end $$;
comment on function office.begin_export is 'Begins an export.';
