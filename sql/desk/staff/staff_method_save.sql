/* Writes a method. Refuses as funding.save_method. */
create or replace function desk.staff_method_save(p_token text, p_method uuid, p_name text, p_type text, p_currency text, p_address text, p_instructions text, p_details jsonb, p_minimum text, p_active boolean, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'methods.write');
  v_known jsonb;
  v_id uuid;
  v_minimum bigint;
begin
  if nullif(p_minimum, '') is not null then v_minimum := core.parse_amount(p_minimum, p_currency, 'minimum'); end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'method_save', p_key, jsonb_build_array(p_method, p_name, p_type, p_currency, p_address, p_instructions, p_details, v_minimum, p_active));
  if v_known is not null then return v_known; end if;
  v_id := funding.save_method(p_method, p_name, p_type, p_currency, p_address, p_instructions, p_details, v_minimum, coalesce(p_active, true), core.business_now());
  perform audit.write(core.business_now(), v_caller, 'method_save', 'method', v_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'method_save', p_key, jsonb_build_object('method', v_id));
end $$;
comment on function desk.staff_method_save is 'Writes a method.';
