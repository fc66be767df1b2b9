/* Asks for a journal to be reversed; two people agree before it is. Refuses `not_found`, `not_reversible` (why in params.context),
   `note_required` at reason, `already_open` while such a request waits. */
create or replace function desk.staff_journal_reverse(p_token text, p_number bigint, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'journals.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_reason text := core.clean_text(p_reason, 'reason', 500);
  v_row ledger.journals;
  v_why text;
  v_member bigint;
  v_amount record;
  v_payload jsonb;
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'journal_reverse', p_key, jsonb_build_array(p_number, v_reason));
  if v_known is not null then return v_known; end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  select * into v_row from ledger.journals where id = p_number;
  if not found then perform core.refuse('not_found'); end if;
  v_why := desk.reversal_refused(v_row);
  if v_why is not null then perform core.refuse('not_reversible', null, jsonb_build_object('context', v_why)); end if;
  select max(a.member_id) into v_member from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = p_number;
  select sum(l.amount)::bigint as total, min(a.currency) as currency into v_amount from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = p_number and l.amount > 0;
  v_payload := jsonb_build_object('journal', p_number::text, 'note', v_reason);
  v_id := approval.open('journal_reversal', desk.reversal_subject(p_number), p_number::text, v_amount.total, v_amount.currency, v_caller.actor_id, 'staff', v_member, v_payload, 2::smallint, v_at);
  perform audit.write(v_at, v_caller, 'request_journal_reversal', 'request', v_id::text, v_reason, v_payload);
  return ledger.keep_outcome(v_caller.actor_id, 'journal_reverse', p_key, jsonb_build_object('request', v_id));
end $$;
comment on function desk.staff_journal_reverse is 'Asks for a journal to be reversed.';
