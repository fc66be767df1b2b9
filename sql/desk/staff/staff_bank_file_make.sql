/* Takes every approved payout of a bank account's currency into a file: they are sent. Refuses as payout.make_bank_file. */
create or replace function desk.staff_bank_file_make(p_token text, p_method uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_file payout.bank_files;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'bank_file', p_key, jsonb_build_array(p_method));
  if v_known is not null then return v_known; end if;
  v_file := payout.make_bank_file(p_method, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'bank_file', 'bank_file', v_file.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'bank_file', p_key,
    jsonb_build_object('file', v_file.id, 'reference', v_file.reference, 'lines', v_file.lines, 'sum', core.format_amount(v_file.sum, v_file.currency), 'currency', v_file.currency));
end $$;
comment on function desk.staff_bank_file_make is 'Takes approved payouts into a file for the bank.';
