-- owner: reader
/* One deposit with its tracker. */
create or replace function desk.member_deposit(p_token text, p_deposit uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row funding.deposits;
begin
  select * into v_row from funding.deposits where id = p_deposit and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('deposit', desk.json_deposit(v_row), 'tracker', desk.json_tracker('deposit', v_row.id),
    'method', (select desk.json_method(m) from funding.methods m where m.id = v_row.method_id),
    'movement', (select desk.json_movement(l) from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = v_row.journal_id and a.member_id = v_caller.actor_id));
end $$;
comment on function desk.member_deposit is 'One deposit with its tracker.';
