/* The sealed number of a document, for the web to open and show once. Only right after the second step of signing in (ten minutes;
   `step_up_required` otherwise), with a reason (`note_required`); who saw it and why is in the audit log before anybody sees it. */
create or replace function desk.staff_kyc_reveal(p_token text, p_document uuid, p_reason text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'kyc.reveal');
  v_reason text := core.clean_text(p_reason, 'reason', 1000);
  v_sealed text;
begin
  if exists (select from identity.sessions where id = v_caller.session_id and created_at < clock_timestamp() - interval '10 minutes') then
    perform core.refuse('step_up_required');
  end if;
  select number_sealed into v_sealed from compliance.documents where id = p_document;
  if v_sealed is null then perform core.refuse('not_found'); end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  perform audit.write(core.business_now(), v_caller, 'kyc_reveal', 'document', p_document::text, v_reason);
  return jsonb_build_object('document', p_document, 'sealed', v_sealed);
end $$;
comment on function desk.staff_kyc_reveal is 'The sealed number of a document, with a reason.';
