/* The caller has read a finished run: required of whoever approves its draft. Refuses as network.read_what_if. */
create or replace function desk.staff_what_if_read(p_token text, p_what_if uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.decide');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'what_if_read', p_key, jsonb_build_array(p_what_if));
  if v_known is not null then return v_known; end if;
  perform network.read_what_if(p_what_if, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'what_if_read', 'what_if', p_what_if::text);
  return ledger.keep_outcome(v_caller.actor_id, 'what_if_read', p_key, jsonb_build_object('state', 'read'));
end $$;
comment on function desk.staff_what_if_read is 'The caller has read a finished run.';
