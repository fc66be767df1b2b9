/* Asks two people to let a member back in: with another address, without the authenticator, or both. Only for members whose identity is
   approved (`member_unverified`), one request at a time (`already_open`). The new mailbox gets words that prove it, the old one words that stop
   it (here only their hashes and, for the mails, their seals). Refuses `not_found` (also of an account that is closed or claimed), `email_taken`, `note_required`, `invalid_input` when nothing
   would change. */
create or replace function desk.staff_recovery_begin(p_token text, p_member uuid, p_email text, p_drop_authenticator boolean, p_note text, p_words_hash text, p_sealed_words text, p_undo_hash text, p_sealed_undo text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.recover');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_member identity.members;
  v_email text;
  v_note text := core.clean_text(p_note, 'note', 1000);
  v_row identity.recoveries;
  v_request uuid;
begin
  select * into v_member from identity.members where public_id = p_member;
  if not found or v_member.status in ('closed', 'claimed') then perform core.refuse('not_found'); end if;
  v_email := case when coalesce(btrim(p_email), '') = '' then v_member.email else identity.normal_email(p_email) end;
  v_known := ledger.claim_key(v_caller.actor_id, 'recovery', p_key, jsonb_build_array(p_member, v_email, p_drop_authenticator, v_note));
  if v_known is not null then return v_known; end if;
  if v_member.kyc_approved_at is null then perform core.refuse('member_unverified'); end if;
  if v_note is null then perform core.refuse('note_required', 'note'); end if;
  if v_email = v_member.email and not coalesce(p_drop_authenticator, false) then perform core.refuse('invalid_input', 'email'); end if;
  if coalesce(p_drop_authenticator, false) and identity.authenticator_in_use(v_member.id) is null then perform core.refuse('invalid_input', 'drop_authenticator'); end if;
  if coalesce(p_words_hash, '') !~ '^[0-9a-f]{64}$' or coalesce(p_undo_hash, '') !~ '^[0-9a-f]{64}$' then perform core.refuse('invalid_input', 'words'); end if;
  if v_email <> v_member.email and (exists (select from identity.members where email = v_email) or exists (select from identity.staff where email = v_email) or identity.email_reserved(v_email, v_member.id)) then
    perform core.refuse('email_taken', 'email');
  end if;
  insert into identity.recoveries (reference, member_id, old_email, new_email, drop_authenticator, note, words_hash, undo_hash, sealed_undo)
  values ('A-' || core.random_code(8), v_member.id, v_member.email, v_email, coalesce(p_drop_authenticator, false), v_note, decode(p_words_hash, 'hex'), decode(p_undo_hash, 'hex'), p_sealed_undo) returning * into v_row;
  -- The member is what it is about: no second one while this waits. The payload is kept for ever, so that it names nobody.
  v_request := approval.open('recovery', v_member.public_id, v_row.reference, null, null, v_caller.actor_id, 'staff', v_member.id,
    jsonb_build_object('recovery', v_row.id, 'addresses', encode(sha256(convert_to(v_row.old_email || ' ' || v_row.new_email, 'UTF8')), 'hex'), 'drop_authenticator', v_row.drop_authenticator), 2::smallint, v_at);
  perform outbox.mail('recovery_confirm', v_email, v_member.language, jsonb_build_object('first_name', v_member.first_name, 'reference', v_row.reference, 'sealed_code', p_sealed_words));
  if v_email <> v_member.email then
    perform outbox.mail('recovery_asked', v_member.email, v_member.language, jsonb_build_object('first_name', v_member.first_name, 'reference', v_row.reference, 'new_email', v_email, 'sealed_code', p_sealed_undo));
  end if;
  perform audit.write(v_at, v_caller, 'recovery_begin', 'member', v_member.public_id::text, null, jsonb_build_object('recovery', v_row.id));
  return ledger.keep_outcome(v_caller.actor_id, 'recovery', p_key, jsonb_build_object('request', v_request, 'reference', v_row.reference));
end $$;
comment on function desk.staff_recovery_begin is 'Asks two people to let a member back in.';
