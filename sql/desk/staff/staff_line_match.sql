/* A person says which entry of the books (`<journal>-<line>`) a bank line is. Refuses as treasury.match. */
create or replace function desk.staff_line_match(p_token text, p_line uuid, p_entry text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_account bigint;
begin
  if p_entry is null or p_entry !~ '^[0-9]{1,18}-[0-9]{1,9}$' then perform core.refuse('invalid_input', 'entry'); end if;
  select account_id into v_account from treasury.statement_lines where id = p_line;
  if not found then perform core.refuse('not_found', 'line'); end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'line_match', p_key, jsonb_build_array(p_line, p_entry));
  if v_known is not null then return v_known; end if;
  perform treasury.match(v_account, array[p_line], array[split_part(p_entry, '-', 1)::bigint], array[split_part(p_entry, '-', 2)::integer], 'person', v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'line_match', 'statement_line', p_line::text);
  return ledger.keep_outcome(v_caller.actor_id, 'line_match', p_key, '{}');
end $$;
comment on function desk.staff_line_match is 'A person says which entry a bank line is.';
