-- owner: reader
/* What does not fit in the bank's answer to a file, line by line (at most 100 of them), so that it can be put right at once. Refuses `not_found`, and `invalid_input` as the import. */
create or replace function desk.staff_bank_answer_check(p_token text, p_file uuid, p_lines jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
begin
  if not exists (select from payout.bank_files where id = p_file) then perform core.refuse('not_found'); end if;
  perform desk.answer_lines(p_lines);
  return jsonb_build_object('faults', coalesce((select jsonb_agg(jsonb_build_object('line', f.line, 'fault', f.fault) order by f.line) from (select * from payout.answer_faults(p_file, p_lines) limit 100) f), '[]'));
end $$;
comment on function desk.staff_bank_answer_check is 'What does not fit in the bank''s answer to a file.';
