/* Submits a day's sheet; two people sign it in the queue. Refuses as treasury.submit_sheet. */
create or replace function desk.staff_sheet_submit(p_token text, p_method uuid, p_on date, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_method funding.methods := desk.sheet_method(p_method);
  v_sheet treasury.sheets;
  v_id uuid;
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'sheet_submit', p_key, jsonb_build_array(p_method, p_on));
  if v_known is not null then return v_known; end if;
  v_id := treasury.submit_sheet(v_method.account_id, p_on, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  select * into v_sheet from treasury.sheets where id = v_id;
  v_request := approval.open('reconciliation', v_sheet.id, v_method.name || ' ' || p_on, null, v_method.currency, v_caller.actor_id, 'staff', null,
    jsonb_build_object('method', p_method, 'on', p_on, 'currency', v_method.currency, 'requirement', core.format_amount(v_sheet.requirement, v_method.currency), 'bank', core.format_amount(v_sheet.bank_balance, v_method.currency),
      'sheet', encode(v_sheet.fingerprint, 'hex')), 2::smallint, v_at);
  perform audit.write(v_at, v_caller, 'sheet_submit', 'sheet', v_sheet.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'sheet_submit', p_key, jsonb_build_object('sheet', v_sheet.id, 'request', v_request));
end $$;
comment on function desk.staff_sheet_submit is 'Submits a day''s sheet.';
