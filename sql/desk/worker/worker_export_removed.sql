/* The bytes of a file of a report whose time is over are gone. */
create or replace function desk.worker_export_removed(p_export uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform office.remove_export(p_export, core.business_now());
  return jsonb_build_object('done', true);
end $$;
comment on function desk.worker_export_removed is 'The bytes of a file of a report are gone.';
