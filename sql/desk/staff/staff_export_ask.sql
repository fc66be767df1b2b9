/* Asks for a file of a report, which a worker makes: the same rows as the page, all of them. Days that are not given are those of today. Refuses as desk.report_filter and office.ask_export, `invalid_input` at `language`,
   and `nothing_to_export` when there are no rows. */
create or replace function desk.staff_export_ask(p_token text, p_report text, p_from date, p_until date, p_by text, p_currency text, p_part text, p_format text, p_language text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_filter jsonb;
  v_rows jsonb;
  v_total bigint;
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'export', p_key, jsonb_build_array(p_report, p_from, p_until, p_by, p_currency, p_part, p_format, p_language));
  if v_known is not null then return v_known; end if;
  if p_language is null or p_language not in ('en', 'es', 'hi') then perform core.refuse('invalid_input', 'language'); end if;
  v_filter := desk.report_filter(p_report, p_from, p_until, p_by, p_currency, p_part);
  v_rows := desk.report_rows(p_report, v_filter, null, 1);
  v_total := case when not (v_rows ->> 'some')::boolean then 0 else coalesce((v_rows ->> 'lines')::bigint, jsonb_array_length(v_rows -> 'rows')) end;
  if v_total = 0 then perform core.refuse('nothing_to_export'); end if;
  v_id := office.ask_export(p_report, v_filter, p_format, p_language, v_total, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'export', 'export', v_id::text, null, v_filter);
  return ledger.keep_outcome(v_caller.actor_id, 'export', p_key, jsonb_build_object('export', v_id));
end $$;
comment on function desk.staff_export_ask is 'Asks for a file of a report.';
