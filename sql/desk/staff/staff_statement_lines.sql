/* Adds a part of a statement's lines, at most 5000. Nothing is refused as a whole; lines come as treasury.add_lines says. */
create or replace function desk.staff_statement_lines(p_token text, p_statement uuid, p_lines jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
begin
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) > 5000 then perform core.refuse('invalid_input', 'lines'); end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'statement_lines', p_key, jsonb_build_array(p_statement, p_lines));
  if v_known is not null then return v_known; end if;
  return ledger.keep_outcome(v_caller.actor_id, 'statement_lines', p_key, treasury.add_lines(p_statement, p_lines, core.business_date(core.business_now(), core.setting('timezone'))));
end $$;
comment on function desk.staff_statement_lines is 'Adds a part of a statement''s lines.';
