/* Says why a finding no longer stands. Mandatory note; the one who clears may be the one who repaired it, and the audit log says who.
   Everything is looked at again at once, so a fault that is still there is raised anew. Refuses `note_required`, `not_found`,
   `already_decided`. */
create or replace function desk.staff_finding_clear(p_token text, p_finding uuid, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'findings.clear');
  v_known jsonb;
  v_note text := core.clean_text(p_note, 'note', 1000);
  v_row audit.findings;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'finding_clear', p_key, jsonb_build_array(p_finding, v_note));
  if v_known is not null then return v_known; end if;
  if v_note is null then perform core.refuse('note_required', 'note'); end if;
  v_row := audit.clear_finding(p_finding, v_caller.actor_id, v_note, clock_timestamp());
  perform ledger.forget_marks();
  perform outbox.enqueue('watch__everything');
  perform audit.write(core.business_now(), v_caller, 'finding_clear', 'finding', p_finding::text, v_note, to_jsonb(v_row));
  return ledger.keep_outcome(v_caller.actor_id, 'finding_clear', p_key, jsonb_build_object('state', 'cleared', 'paused', audit.payouts_paused()));
end $$;
comment on function desk.staff_finding_clear is 'Says why a finding no longer stands.';
