-- owner: reader
/* One movement with everything that explains it. */
create or replace function desk.member_movement(p_token text, p_id text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_line ledger.lines;
  v_journal ledger.journals;
begin
  if p_id is null or p_id !~ '^[0-9]{1,18}-[0-9]{1,9}$' then perform core.refuse('not_found'); end if;
  select l.* into v_line from ledger.lines l join ledger.accounts a on a.id = l.account_id
   where a.member_id = v_caller.actor_id and l.journal_id = split_part(p_id, '-', 1)::bigint and l.line_no = split_part(p_id, '-', 2)::integer;
  if not found then perform core.refuse('not_found'); end if;
  select * into v_journal from ledger.journals where id = v_line.journal_id;
  return jsonb_build_object('movement', desk.json_movement(v_line), 'explanation', desk.explain_movement(v_line, v_journal),
    'lines', desk.counter_lines(v_line, v_journal),
    'reversed_by', (select r.id::text from ledger.journals r where r.reverses_id = v_journal.id),
    'sealed', exists (select from ledger.seals s where s.highest >= v_journal.id and v_journal.id <@ s.journal_ids));
end $$;
comment on function desk.member_movement is 'One movement with everything that explains it.';
