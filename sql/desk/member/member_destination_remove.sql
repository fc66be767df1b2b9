/* Takes a destination out of the address book; what is under way to it goes on. */
create or replace function desk.member_destination_remove(p_token text, p_destination uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'destination_remove', p_key, jsonb_build_array(p_destination));
  if v_known is not null then return v_known; end if;
  update funding.destinations set removed_at = core.business_now() where id = p_destination and member_id = v_caller.actor_id and removed_at is null;
  if not found then perform core.refuse('not_found'); end if;
  perform audit.write(core.business_now(), v_caller, 'destination_remove', 'destination', p_destination::text);
  return ledger.keep_outcome(v_caller.actor_id, 'destination_remove', p_key, '{}');
end $$;
comment on function desk.member_destination_remove is 'Takes a destination out of the address book; what is under way to it goes on.';
