/* Files of reports whose time is over; remove their bytes, then say so with worker_export_removed. */
create or replace function desk.worker_exports_due() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('due', coalesce((select jsonb_agg(jsonb_build_object('export', d.id, 'file', d.file_id)) from office.exports_due(core.business_now()) d), '[]'))
$$;
comment on function desk.worker_exports_due is 'Files of reports whose time is over.';
