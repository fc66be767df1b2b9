/* The member takes a pending payout back; hold and reservation are released. Refuses `not_found`, `already_decided`. */
create or replace function desk.member_payout_cancel(p_token text, p_payout uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'payout_cancel', p_key, jsonb_build_array(p_payout));
  if v_known is not null then return v_known; end if;
  if not exists (select from payout.payouts where id = p_payout and member_id = v_caller.actor_id) then perform core.refuse('not_found'); end if;
  perform approval.cancel_newest('payout', p_payout, v_caller.actor_id, v_at);
  perform payout.release_payout(p_payout, 'cancelled', null, v_at);
  perform audit.write(v_at, v_caller, 'payout_cancel', 'payout', p_payout::text);
  return ledger.keep_outcome(v_caller.actor_id, 'payout_cancel', p_key, jsonb_build_object('state', 'cancelled'));
end $$;
comment on function desk.member_payout_cancel is 'The member takes a pending payout back.';
