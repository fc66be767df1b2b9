/* Changes the member's address to one whose mailbox is proven now. Withdrawals pause; both addresses are told, the old one with words that
   undo it for 72 hours (here only their hash and, for the mail, their seal). `email_taken` when somebody has it or can still take it back. */
create or replace function desk.member_email_confirm(p_token text, p_email text, p_challenge uuid, p_mac text, p_browser text, p_undo_hash text, p_sealed_undo text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_email text := identity.normal_email(p_email);
  v_old text := identity.email_of(v_caller);
  v_at timestamptz := core.business_now();
  v_until timestamptz;
  v_from timestamptz;
  v_try record;
begin
  select * into v_try from identity.try_challenge(p_challenge, 'email_confirm', 'email_confirm|' || v_email, p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    -- The same form sent twice: the first one has changed it.
    return case when v_try.outcome = 'used' and v_old = v_email then jsonb_build_object('outcome', 'changed') else jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left) end;
  end if;
  if p_undo_hash is null or p_undo_hash !~ '^[0-9a-f]{64}$' then perform core.refuse('invalid_input', 'undo'); end if;
  v_until := identity.change_email(v_caller.actor_id, v_email, decode(p_undo_hash, 'hex'), 'email');
  perform identity.end_challenges(v_caller.actor_id);
  v_from := identity.pause_withdrawals(v_caller.actor_id, v_at);
  perform outbox.mail('email_changed', v_old, m.language, jsonb_build_object('first_name', m.first_name, 'sealed_code', p_sealed_undo, 'new_email', v_email, 'undo_until', v_until, 'withdrawals_from', v_from))
     from identity.members m where m.id = v_caller.actor_id;
  perform outbox.mail_member('email_set', v_caller.actor_id, jsonb_build_object('withdrawals_from', v_from));
  perform audit.write(v_at, v_caller, 'email_change', 'member', v_caller.actor_id::text);
  return jsonb_build_object('outcome', 'changed');
end $$;
comment on function desk.member_email_confirm is 'Changes the member''s address to one whose mailbox is proven now.';
