-- owner: reader
/* One journal with its lines (the first 500 of a compound one, or those after p_after), its seal, and whether staff may ask for its reversal. */
create or replace function desk.staff_journal(p_token text, p_number bigint, p_after integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'journals.read');
  v_row ledger.journals;
  v_last integer;
  v_lines jsonb;
begin
  select * into v_row from ledger.journals where id = p_number;
  if not found then perform core.refuse('not_found'); end if;
  v_lines := desk.json_journal_lines(p_number, coalesce(p_after, 0), 500);
  v_last := (v_lines -> -1 ->> 'no')::integer;
  return jsonb_build_object('journal', desk.json_journal(v_row), 'lines', v_lines,
    'next', case when v_last < v_row.line_count then v_last end,
    'seal', (select jsonb_build_object('number', s.id::text, 'at', ledger.exact_time(s.sealed_at), 'root', encode(s.root, 'hex')) from ledger.seals s where s.highest >= p_number and p_number <@ s.journal_ids order by s.highest limit 1),
    'open_request', (select r.id from approval.requests r where r.kind = 'journal_reversal' and r.state = 'pending' and r.subject_id = desk.reversal_subject(p_number)),
    'why_not', desk.reversal_refused(v_row));
end $$;
comment on function desk.staff_journal is 'One journal with its lines.';
