/* A sent withdrawal came back; the sent amount is credited to the wallet it left. */
create or replace function desk.staff_withdrawal_returned(p_token text, p_withdrawal uuid, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'withdrawals.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_on date := core.business_date(v_at, core.setting('timezone'));
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'withdrawal_returned', p_key, jsonb_build_array(p_withdrawal, p_reason));
  if v_known is not null then return v_known; end if;
  if core.clean_text(p_reason, 'reason', 500) is null then perform core.refuse('note_required', 'reason'); end if;
  perform funding.close_withdrawal(p_withdrawal, 'returned', core.clean_text(p_reason, 'reason', 500), v_on, v_caller.actor_id, v_at);
  perform desk.mail_withdrawal('withdrawal_returned', p_withdrawal, btrim(p_reason));
  perform audit.write(v_at, v_caller, 'withdrawal_returned', 'withdrawal', p_withdrawal::text, btrim(p_reason));
  return ledger.keep_outcome(v_caller.actor_id, 'withdrawal_returned', p_key, jsonb_build_object('state', 'returned'));
end $$;
comment on function desk.staff_withdrawal_returned is 'A sent withdrawal came back; the sent amount is credited to the wallet it left.';
