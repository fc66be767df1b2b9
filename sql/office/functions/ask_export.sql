/* Asks for a file of a report, or for a pack for auditors (`tar.gz`); the worker makes it. p_total: rows it will have. Refuses `export_too_long` (above
   office.most_rows) and `invalid_input` at `format`. Answers its id. */
create or replace function office.ask_export(p_report text, p_filters jsonb, p_format text, p_language text, p_total bigint, p_staff bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_most bigint := case when p_format <> 'json' then office.most_rows(p_format) end;
  v_id uuid;
begin
  if v_most is null then perform core.refuse('invalid_input', 'format'); end if;
  if p_total > v_most then perform core.refuse('export_too_long', 'format', jsonb_build_object('rows', p_total, 'most', v_most)); end if;
  insert into office.exports (report, filters, format, language, asked_by, asked_at, total) values (p_report, p_filters, p_format, p_language, p_staff, p_at, p_total) returning id into v_id;
  perform outbox.enqueue(case when p_format = 'tar.gz' then 'office__pack' else 'office__export' end, jsonb_build_object('export', v_id));
  return v_id;
end $$;
comment on function office.ask_export is 'Asks for a file of a report, or a pack for auditors.';
