/* What a file about a member is made of, read as the member's own pages read it, when p_done rows are written. p_what is one of the functions below, p_args its arguments as texts. Without `current` another
   attempt has taken over. Refuses `not_found` for anything else, and `signed_out` when the account was closed meanwhile. */
create or replace function desk.worker_own_read(p_export uuid, p_file uuid, p_done bigint, p_what text, p_args jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_member bigint := (select e.member_id from office.exports e where e.id = p_export);
  v_cursor text := p_args ->> 'cursor';
  v_limit integer := (p_args ->> 'limit')::integer;
  v_token text;
  v_answer jsonb;
begin
  if v_member is null then perform core.refuse('not_found'); end if;
  if not office.note_progress(p_export, p_file, p_done) then return jsonb_build_object('current', false, 'answer', null); end if;
  v_token := identity.begin_errand(v_member);
  case p_what
    when 'statement' then v_answer := desk.member_statement(v_token, 'dates', (p_args ->> 'from')::date, (p_args ->> 'until')::date, p_args ->> 'wallet', p_args ->> 'currency', v_cursor, v_limit);
    when 'record' then v_answer := desk.member_record(v_token);
    when 'kyc' then v_answer := desk.member_kyc(v_token);
    when 'nominees' then v_answer := desk.member_nominees(v_token);
    when 'passkeys' then v_answer := desk.auth_passkeys(v_token);
    when 'deposits' then v_answer := desk.member_deposits(v_token, null, v_cursor, v_limit);
    when 'withdrawals' then v_answer := desk.member_withdrawals(v_token, null, v_cursor, v_limit);
    when 'investments' then v_answer := desk.member_investments(v_token, null, v_cursor, v_limit);
    when 'bookings' then v_answer := desk.member_bookings(v_token, v_cursor, v_limit);
    when 'booking' then v_answer := desk.member_booking(v_token, (p_args ->> 'booking')::uuid);
    when 'referrals' then v_answer := desk.member_referrals(v_token, v_cursor, v_limit);
    when 'movements' then v_answer := desk.member_movements(v_token, null, null, null, null, null, v_cursor, v_limit);
    when 'mails' then v_answer := desk.member_mails(v_token, v_cursor, v_limit);
    else perform core.refuse('not_found');
  end case;
  perform identity.end_errand(v_token);
  return jsonb_build_object('current', true, 'answer', v_answer);
end $$;
comment on function desk.worker_own_read is 'What a file about a member is made of.';
