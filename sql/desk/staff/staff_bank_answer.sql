/* Imports the bank's answer to a file: what arrived and what came back, all of it or nothing, and the members are told. At most 10,000 lines. Refuses as payout.answer_file. */
create or replace function desk.staff_bank_answer(p_token text, p_file uuid, p_lines jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_done record;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'bank_answer', p_key, jsonb_build_array(p_file, p_lines));
  if v_known is not null then return v_known; end if;
  if not exists (select from payout.bank_files where id = p_file) then perform core.refuse('not_found'); end if;
  perform desk.answer_lines(p_lines);
  v_done := payout.answer_file(p_file, p_lines, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  perform desk.mail_payout('payout_' || p.state, p.id) from payout.payouts p where p.file_id = p_file and p.reference in (select l ->> 'reference' from jsonb_array_elements(p_lines) l);
  perform audit.write(v_at, v_caller, 'bank_answer', 'bank_file', p_file::text);
  return ledger.keep_outcome(v_caller.actor_id, 'bank_answer', p_key, jsonb_build_object('paid', v_done.paid, 'returned', v_done.returned));
end $$;
comment on function desk.staff_bank_answer is 'Imports the bank''s answer to a file.';
