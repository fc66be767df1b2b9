/* Ends a claim that was paid, when nothing is left and nothing open, and closes the account. Refuses `not_found`, `account_not_empty`, `already_decided`. */
create or replace function desk.staff_claim_settle(p_token text, p_claim uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_member bigint;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'claim_settle', p_key, jsonb_build_array(p_claim));
  if v_known is not null then return v_known; end if;
  select member_id into v_member from compliance.claims where id = p_claim;
  if not found then perform core.refuse('not_found'); end if;
  perform from identity.members where id = v_member for no key update;
  perform ledger.lock_accounts(array(select id from ledger.accounts where member_id = v_member));
  if desk.closing_obstacles(v_member) <> '[]' then perform core.refuse('account_not_empty'); end if;
  perform compliance.end_claim(p_claim, 'settled', null, v_at);
  perform audit.write(v_at, v_caller, 'claim_settle', 'claim', p_claim::text);
  return ledger.keep_outcome(v_caller.actor_id, 'claim_settle', p_key, jsonb_build_object('state', 'settled'));
end $$;
comment on function desk.staff_claim_settle is 'Ends a claim that was paid and closes the account.';
