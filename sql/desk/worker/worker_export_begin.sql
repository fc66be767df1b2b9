/* Begins a file of a report, or begins it anew: p_file is where its bytes will lie, `abandoned` where those of an attempt that was cut off may lie. Without `go` there is nothing to do. */
create or replace function desk.worker_export_begin(p_export uuid, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_begun record := office.begin_export(p_export, p_file, core.business_now());
begin
  return jsonb_build_object('go', v_begun.go, 'abandoned', v_begun.abandoned, 'report', (v_begun.export).report, 'format', (v_begun.export).format, 'language', (v_begun.export).language,
    'from', (v_begun.export).filters ->> 'from', 'until', (v_begun.export).filters ->> 'until', 'by', (v_begun.export).filters ->> 'by', 'currency', (v_begun.export).filters ->> 'currency', 'wallet', (v_begun.export).filters ->> 'wallet', 'company', core.setting('company'), 'at', (v_begun.export).begun_at);
end $$;
comment on function desk.worker_export_begin is 'Begins a file of a report.';
