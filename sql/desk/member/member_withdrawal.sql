-- owner: reader
/* One withdrawal with its tracker. */
create or replace function desk.member_withdrawal(p_token text, p_withdrawal uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row funding.withdrawals;
begin
  select * into v_row from funding.withdrawals where id = p_withdrawal and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('withdrawal', desk.json_withdrawal(v_row), 'tracker', desk.json_tracker('withdrawal', v_row.id),
    'movements', coalesce((select jsonb_agg(desk.json_movement(l) order by l.journal_id) from ledger.journals j join ledger.lines l on l.journal_id = j.id join ledger.accounts a on a.id = l.account_id
      where j.cause = v_row.id and a.member_id = v_caller.actor_id), '[]'), 'paused', audit.payouts_paused());
end $$;
comment on function desk.member_withdrawal is 'One withdrawal with its tracker.';
