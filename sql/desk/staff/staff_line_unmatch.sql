/* Takes a match back. Refuses as treasury.unmatch. */
create or replace function desk.staff_line_unmatch(p_token text, p_line uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'line_unmatch', p_key, jsonb_build_array(p_line));
  if v_known is not null then return v_known; end if;
  perform treasury.unmatch(p_line);
  perform audit.write(core.business_now(), v_caller, 'line_unmatch', 'statement_line', p_line::text);
  return ledger.keep_outcome(v_caller.actor_id, 'line_unmatch', p_key, '{}');
end $$;
comment on function desk.staff_line_unmatch is 'Takes a match back.';
