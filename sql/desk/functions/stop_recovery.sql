/* Stops a recovery that waits for its decision, by the words mailed to the old address: `stopped`, also when it was stopped before; `expired`
   when it ended otherwise; `unknown` words. */
create or replace function desk.stop_recovery(p_words text, p_at timestamptz) returns text
language plpgsql volatile set search_path = '' as $$
declare
  v_row identity.recoveries;
  v_request approval.requests;
begin
  select * into v_row from identity.recoveries where undo_hash = sha256(convert_to(coalesce(p_words, ''), 'UTF8'));
  if not found then return 'unknown'; end if;
  select * into v_request from approval.requests where id = (desk.recovery_request(v_row)).id for update;
  if v_request.state = 'pending' then
    perform approval.cancel(v_request.id, v_request.maker_id, p_at);
    perform audit.write(p_at, (null, v_row.member_id, 'member', null, 1, v_row.member_id)::identity.caller, 'recovery_stop', 'member', v_request.subject_id::text);
    return 'stopped';
  end if;
  return case v_request.state when 'cancelled' then 'stopped' else 'expired' end;
end $$;
comment on function desk.stop_recovery is 'Stops a recovery that waits for its decision.';
