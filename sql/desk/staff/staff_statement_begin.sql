/* Begins the import of a statement file into a method's client account, and remembers how its CSV is read. Closings are [{on, balance}].
   Refuses as treasury.open_statement. */
create or replace function desk.staff_statement_begin(p_token text, p_method uuid, p_file_name text, p_sha256 text, p_format text, p_mapping jsonb, p_begins_on date, p_opening text, p_closings jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_method funding.methods := desk.sheet_method(p_method);
  v_opening bigint;
  v_closings jsonb;
  v_id uuid;
begin
  if p_sha256 is null or p_sha256 !~ '^[0-9a-f]{64}$' or p_format is null or p_format not in ('csv', 'camt.053') or jsonb_typeof(p_mapping) is distinct from 'object' or length(p_mapping::text) > 4000
     or jsonb_typeof(p_closings) is distinct from 'array' then
    perform core.refuse('invalid_input', 'file');
  end if;
  if nullif(p_opening, '') is not null then v_opening := core.parse_signed_amount(p_opening, v_method.currency, 'opening'); end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'statement_begin', p_key, jsonb_build_array(p_method, p_sha256, p_format, p_mapping, p_begins_on, v_opening, p_closings));
  if v_known is not null then return v_known; end if;
  select coalesce(jsonb_agg(jsonb_build_object('day_on', c ->> 'on', 'balance', core.parse_signed_amount(c ->> 'balance', v_method.currency, 'closing'))), '[]') into v_closings from jsonb_array_elements(p_closings) c;
  v_id := treasury.open_statement(v_method.account_id, coalesce(left(core.clean_text(regexp_replace(p_file_name, '[/\\]', '_', 'g'), 'file', 400), 200), 'file'), decode(p_sha256, 'hex'), p_format,
    p_begins_on, v_opening, v_closings, v_caller.actor_id, v_at);
  if p_format = 'csv' then
    update treasury.reconciled_accounts set mapping = p_mapping where account_id = v_method.account_id;
  end if;
  perform audit.write(v_at, v_caller, 'statement_import', 'statement', v_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'statement_begin', p_key, jsonb_build_object('statement', v_id));
end $$;
comment on function desk.staff_statement_begin is 'Begins the import of a statement file.';
