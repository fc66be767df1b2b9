/* Ends the import of a statement: what shares a reference and an amount is matched. */
create or replace function desk.staff_statement_close(p_token text, p_statement uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_account bigint;
  v_matched bigint;
begin
  select account_id into v_account from treasury.statements where id = p_statement;
  if not found then perform core.refuse('not_found', 'statement'); end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'statement_close', p_key, jsonb_build_array(p_statement));
  if v_known is not null then return v_known; end if;
  v_matched := desk.match_statement(v_account, v_caller.actor_id, v_at);
  update treasury.statements set matched = v_matched, closed_at = v_at where id = p_statement and closed_at is null;
  return ledger.keep_outcome(v_caller.actor_id, 'statement_close', p_key, jsonb_build_object('matched', v_matched));
end $$;
comment on function desk.staff_statement_close is 'Ends the import of a statement.';
