/* Explains items that stand on one side only. Refuses as treasury.explain. */
create or replace function desk.staff_items_explain(p_token text, p_method uuid, p_items jsonb, p_reason text, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_method funding.methods := desk.sheet_method(p_method);
  v_note text := core.clean_text(p_note, 'note', 500);
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) not between 1 and 500 then perform core.refuse('invalid_input', 'items'); end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'items_explain', p_key, jsonb_build_array(p_method, p_items, p_reason, v_note));
  if v_known is not null then return v_known; end if;
  perform audit.write(v_at, v_caller, 'items_explain', 'method', p_method::text, null, p_items);
  return ledger.keep_outcome(v_caller.actor_id, 'items_explain', p_key, jsonb_build_object('explained',
    treasury.explain(v_method.account_id, array(select jsonb_array_elements_text(p_items)), p_reason, v_note, v_caller.actor_id, v_at)));
end $$;
comment on function desk.staff_items_explain is 'Explains items that stand on one side only.';
