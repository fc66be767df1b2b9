-- owner: reader
/* One payout with its tracker, why it was taxed so, the bookings it pays, and what it moved. */
create or replace function desk.member_payout(p_token text, p_payout uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row payout.payouts;
begin
  select * into v_row from payout.payouts where id = p_payout and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('payout', desk.json_payout(v_row), 'why', desk.json_tax_why(v_row.rule_id, v_row.gross, v_row.currency), 'parts', desk.json_payout_parts(v_row), 'tracker', desk.json_tracker('payout', v_row.id),
    'movements', coalesce((select jsonb_agg(desk.json_movement(l) order by l.journal_id) from ledger.journals j join ledger.lines l on l.journal_id = j.id join ledger.accounts a on a.id = l.account_id
      where j.cause = v_row.id and a.member_id = v_caller.actor_id), '[]'), 'paused', audit.payouts_paused());
end $$;
comment on function desk.member_payout is 'One payout with its tracker.';
