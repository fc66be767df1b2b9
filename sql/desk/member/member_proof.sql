/* Inclusion proof of one of the member's movements: null while no seal holds it yet. */
create or replace function desk.member_proof(p_token text, p_id text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_journal bigint;
  v_line integer;
begin
  if p_id is null or p_id !~ '^[0-9]{1,18}-[0-9]{1,9}$' then perform core.refuse('not_found'); end if;
  select l.journal_id, l.line_no into v_journal, v_line from ledger.lines l join ledger.accounts a on a.id = l.account_id
   where a.member_id = v_caller.actor_id and l.journal_id = split_part(p_id, '-', 1)::bigint and l.line_no = split_part(p_id, '-', 2)::integer;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('proof', ledger.proof(v_journal, v_line));
end $$;
comment on function desk.member_proof is 'Inclusion proof of one of the member''s movements.';
