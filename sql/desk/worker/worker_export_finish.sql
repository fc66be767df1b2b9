/* A file of a report is made: p_rows rows, its bytes lie under p_file. Answers whether they count: otherwise another attempt has replaced this one and the bytes are to be removed. */
create or replace function desk.worker_export_finish(p_export uuid, p_file uuid, p_rows bigint, p_bytes bigint, p_sha256 text) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('kept', office.finish_export(p_export, p_file, p_rows, p_bytes, p_sha256, core.business_now()))
$$;
comment on function desk.worker_export_finish is 'A file of a report is made.';
