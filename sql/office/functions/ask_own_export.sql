/* Asks for a file about a member (`statement` or `my_data`); the worker makes it. p_total: rows it will have. While one is being made the same again is that one. Refuses `invalid_input` at `format`,
   `export_too_long` at `format` (office.most_rows), `export_under_way` while another of its kind is being made, and `too_many_exports` after ten in 24 hours, not counting those that failed. Answers its id. */
create or replace function office.ask_own_export(p_member bigint, p_report text, p_filters jsonb, p_format text, p_language text, p_total bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_most bigint := case when p_format = 'json' or (p_report = 'statement' and p_format in ('csv', 'pdf')) then office.most_rows(p_format) end;
  v_most_a_day integer := 10;
  v_open office.exports;
  v_id uuid;
begin
  if v_most is null then perform core.refuse('invalid_input', 'format'); end if;
  if p_total > v_most then perform core.refuse('export_too_long', 'format', jsonb_build_object('rows', p_total, 'most', v_most)); end if;
  -- Whoever asks twice at once asks one after the other.
  perform from identity.members m where m.id = p_member for no key update;
  select * into v_open from office.exports e where e.member_id = p_member and e.report = p_report and e.state in ('waiting', 'running');
  if found then
    if (v_open.filters, v_open.format, v_open.language) is distinct from (p_filters, p_format, p_language) then perform core.refuse('export_under_way'); end if;
    return v_open.id;
  end if;
  if (select count(*) from office.exports e where e.member_id = p_member and e.asked_at > p_at - interval '24 hours' and e.state <> 'failed') >= v_most_a_day then
    perform core.refuse('too_many_exports', null, jsonb_build_object('most', v_most_a_day));
  end if;
  insert into office.exports (report, filters, format, language, member_id, asked_at, total) values (p_report, p_filters, p_format, p_language, p_member, p_at, p_total) returning id into v_id;
  perform outbox.enqueue('office__own', jsonb_build_object('export', v_id));
  return v_id;
end $$;
comment on function office.ask_own_export is 'Asks for a file about a member.';
