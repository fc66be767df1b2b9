/* Asks for a journal that staff write by hand; two people agree before it is posted. Value date: today or up to a year back. Refuses as
   desk.manual_lines, `note_required` at reason, `invalid_input` at value_on, `not_found` at member. */
create or replace function desk.staff_journal_ask(p_token text, p_kind text, p_currency text, p_value_on date, p_member uuid, p_lines jsonb, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'journals.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_today date := core.business_date(v_at, core.setting('timezone'));
  v_reason text := core.clean_text(p_reason, 'reason', 500);
  v_member bigint;
  v_made record;
  v_id uuid;
  v_payload jsonb;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'journal_ask', p_key, jsonb_build_array(p_kind, p_currency, p_value_on, p_member, p_lines, v_reason));
  if v_known is not null then return v_known; end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  if p_value_on is null or p_value_on not between v_today - 366 and v_today then perform core.refuse('invalid_input', 'value_on', jsonb_build_object('from', v_today - 366, 'until', v_today)); end if;
  if p_member is not null then
    select id into v_member from identity.members where public_id = p_member and status <> 'closed';
    if not found then perform core.refuse('not_found', 'member'); end if;
  end if;
  v_made := desk.manual_lines(p_kind, p_currency, v_member, p_lines);
  v_payload := jsonb_build_object('kind', p_kind, 'currency', p_currency, 'value_on', p_value_on, 'member', p_member, 'lines', p_lines, 'note', v_reason);
  v_id := approval.open('manual_journal', uuidv7(), p_kind, v_made.total, p_currency, v_caller.actor_id, 'staff', v_member, v_payload, 2::smallint, v_at);
  perform audit.write(v_at, v_caller, 'request_manual_journal', 'request', v_id::text, v_reason, v_payload);
  return ledger.keep_outcome(v_caller.actor_id, 'journal_ask', p_key, jsonb_build_object('request', v_id));
end $$;
comment on function desk.staff_journal_ask is 'Asks for a journal that staff write by hand.';
