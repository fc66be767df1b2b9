/* Begins an import: the last day of the books elsewhere, the currency, the deposit method whose account holds the members' money, and how much of it is at work instead (decimal text). Currencies
   are imported one by one. Refuses `invalid_input` at cutover_on (until yesterday, at most a year back), currency and method, `currency_mismatch` at method, `invalid_amount` at deployed. */
create or replace function desk.staff_import_begin(p_token text, p_currency text, p_cutover_on date, p_method uuid, p_deployed text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_today date := core.business_date(v_at, core.setting('timezone'));
  v_currency text;
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_begin', p_key, jsonb_build_array(p_currency, p_cutover_on, p_method, p_deployed));
  if v_known is not null then return v_known; end if;
  if core.exponent(p_currency) is null then perform core.refuse('invalid_input', 'currency'); end if;
  if p_cutover_on is null or p_cutover_on not between v_today - 366 and v_today - 1 then perform core.refuse('invalid_input', 'cutover_on', jsonb_build_object('from', v_today - 366, 'until', v_today - 1)); end if;
  select m.currency into v_currency from funding.methods m where m.id = p_method;
  if not found then perform core.refuse('invalid_input', 'method'); end if;
  if v_currency <> p_currency then perform core.refuse('currency_mismatch', 'method'); end if;
  v_id := office.begin_import(p_currency, p_cutover_on, p_method, core.parse_amount(coalesce(nullif(p_deployed, ''), '0'), p_currency, 'deployed', true), v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'import_begin', 'import', v_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'import_begin', p_key, jsonb_build_object('import', v_id));
end $$;
comment on function desk.staff_import_begin is 'Begins an import.';
