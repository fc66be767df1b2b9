/* Releases what a member's pairs keep as reserve in one currency: from then on it is available in EARNINGS. Answers how much, major units. Refuses
   `not_found` (member, currency), `note_required`, `already_decided` when there is none. */
create or replace function desk.staff_reserve_release(p_token text, p_member uuid, p_currency text, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'network.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_reason text := core.clean_text(p_reason, 'reason', 500);
  v_account bigint;
  v_holds uuid[];
  v_sum bigint;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'reserve_release', p_key, jsonb_build_array(p_member, p_currency, p_reason));
  if v_known is not null then return v_known; end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  select a.id into v_account from identity.members m join ledger.accounts a on a.member_id = m.id and a.kind = 'EARNINGS' and a.currency = p_currency where m.public_id = p_member;
  if not found then perform core.refuse('not_found'); end if;
  perform ledger.lock_accounts(array[v_account]);
  select array_agg(h.id order by h.id), sum(h.amount) into v_holds, v_sum from ledger.holds h where h.account_id = v_account and h.reason = 'reserve' and h.state = 'open';
  if v_holds is null then perform core.refuse('already_decided'); end if;
  perform ledger.end_hold(h, 'released', v_at) from unnest(v_holds) h;
  perform audit.write(v_at, v_caller, 'reserve_release', 'member', p_member::text, v_reason);
  return ledger.keep_outcome(v_caller.actor_id, 'reserve_release', p_key, jsonb_build_object('currency', p_currency, 'amount', core.format_amount(v_sum, p_currency)));
end $$;
comment on function desk.staff_reserve_release is 'Releases what a member''s pairs keep as reserve.';
