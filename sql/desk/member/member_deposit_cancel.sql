/* The member takes a pending deposit back. Refuses `not_found`, `already_decided`. */
create or replace function desk.member_deposit_cancel(p_token text, p_deposit uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'deposit_cancel', p_key, jsonb_build_array(p_deposit));
  if v_known is not null then return v_known; end if;
  if not exists (select from funding.deposits where id = p_deposit and member_id = v_caller.actor_id) then perform core.refuse('not_found'); end if;
  perform approval.cancel_newest('deposit', p_deposit, v_caller.actor_id, v_at);
  perform funding.close_deposit(p_deposit, 'cancelled', null, v_at);
  perform audit.write(v_at, v_caller, 'deposit_cancel', 'deposit', p_deposit::text);
  return ledger.keep_outcome(v_caller.actor_id, 'deposit_cancel', p_key, jsonb_build_object('state', 'cancelled'));
end $$;
comment on function desk.member_deposit_cancel is 'The member takes a pending deposit back.';
