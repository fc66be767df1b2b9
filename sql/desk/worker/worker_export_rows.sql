/* The next rows of a file of a report, when p_done are written: all of them are of the moment at which it began. Without `current` another attempt has taken over. Only lines of wallets come in pages. */
create or replace function desk.worker_export_rows(p_export uuid, p_file uuid, p_done bigint, p_cursor text, p_limit integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_export office.exports;
begin
  if not office.note_progress(p_export, p_file, p_done) then return jsonb_build_object('current', false, 'rows', '[]'::jsonb, 'totals', null, 'next', null); end if;
  select * into v_export from office.exports e where e.id = p_export;
  return jsonb_build_object('current', true, 'totals', null) || desk.report_rows(v_export.report, v_export.filters, p_cursor, least(greatest(p_limit, 1), 5000), v_export.seen);
end $$;
comment on function desk.worker_export_rows is 'The next rows of a file of a report.';
