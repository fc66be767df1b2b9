/* Opens a claim after a member's death with its first document: every session ends, and nobody comes into the account until it is decided. The
   mailbox is told, because somebody may be alive. Refuses `not_found` and as compliance.open_claim and compliance.attach_to_claim. */
create or replace function desk.staff_claim_open(p_token text, p_member uuid, p_died_on date, p_reported_by text, p_note text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_member bigint;
  v_claim compliance.claims;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'claim_open', p_key, jsonb_build_array(p_member, p_died_on, btrim(p_reported_by), btrim(p_note), p_sha256));
  if v_known is not null then return v_known; end if;
  select id into v_member from identity.members where public_id = p_member;
  if not found then perform core.refuse('not_found'); end if;
  v_claim := compliance.open_claim(v_member, p_died_on, p_reported_by, p_note, core.business_date(v_at, core.setting('timezone')), v_at);
  perform compliance.attach_to_claim(v_claim.id, p_file, p_name, p_mime, p_bytes, p_sha256, v_at);
  perform outbox.mail_member('claim_opened', v_member, jsonb_build_object('reference', v_claim.reference), 'claim_opened:' || v_claim.id);
  perform audit.write(v_at, v_caller, 'claim_open', 'member', p_member::text, null, jsonb_build_object('claim', v_claim.id));
  return ledger.keep_outcome(v_caller.actor_id, 'claim_open', p_key, jsonb_build_object('claim', v_claim.id, 'reference', v_claim.reference, 'file', p_file));
end $$;
comment on function desk.staff_claim_open is 'Opens a claim after a member''s death.';
