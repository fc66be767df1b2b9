/* The member takes a pending withdrawal back; the hold is released. Refuses `not_found`, `already_decided`. */
create or replace function desk.member_withdrawal_cancel(p_token text, p_withdrawal uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'withdrawal_cancel', p_key, jsonb_build_array(p_withdrawal));
  if v_known is not null then return v_known; end if;
  if not exists (select from funding.withdrawals where id = p_withdrawal and member_id = v_caller.actor_id) then perform core.refuse('not_found'); end if;
  perform approval.cancel_newest('withdrawal', p_withdrawal, v_caller.actor_id, v_at);
  perform funding.release_withdrawal(p_withdrawal, 'cancelled', null, v_at);
  perform audit.write(v_at, v_caller, 'withdrawal_cancel', 'withdrawal', p_withdrawal::text);
  return ledger.keep_outcome(v_caller.actor_id, 'withdrawal_cancel', p_key, jsonb_build_object('state', 'cancelled'));
end $$;
comment on function desk.member_withdrawal_cancel is 'The member takes a pending withdrawal back; the hold is released.';
