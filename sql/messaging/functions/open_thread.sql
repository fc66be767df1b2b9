/* Opens a conversation; its clocks are given for a grievance and null for a question. Refuses `invalid_input` at the subject. */
create or replace function messaging.open_thread(p_member bigint, p_subject text, p_acknowledge_by timestamptz, p_resolve_by timestamptz, p_at timestamptz) returns messaging.threads
language plpgsql volatile security definer set search_path = '' as $$
declare
  -- One line: it stands in subjects of mails.
  v_subject text := core.clean_text(regexp_replace(p_subject, '\s+', ' ', 'g'), 'subject', 120);
  v_kind text := case when p_resolve_by is null then 'question' else 'grievance' end;
  v_row messaging.threads;
begin
  if v_subject is null then perform core.refuse('invalid_input', 'subject'); end if;
  insert into messaging.threads (reference, kind, member_id, subject, opened_at, last_at, acknowledge_by, resolve_by)
  values (case v_kind when 'question' then 'Q-' else 'G-' end || core.random_code(8), v_kind, p_member, v_subject, p_at, p_at, p_acknowledge_by, p_resolve_by)
  returning * into v_row;
  return v_row;
end $$;
comment on function messaging.open_thread is 'Opens a conversation.';
