/* Moves the caller's own money from INTEREST to DEPOSIT. Refuses `invalid_amount`, `insufficient_available`, `key_reuse`. */
create or replace function desk.member_transfer(p_token text, p_currency text, p_amount text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_journal bigint;
  v_at timestamptz := core.business_now();
  v_line ledger.lines;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'own_transfer', p_key, jsonb_build_array(p_currency, v_amount));
  if v_known is not null then return v_known; end if;
  v_journal := ledger.post('own_transfer', core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, null,
    array[(ledger.wallet(v_caller.actor_id, 'INTEREST', p_currency), v_amount, null)::ledger.line, (ledger.wallet(v_caller.actor_id, 'DEPOSIT', p_currency), -v_amount, null)::ledger.line]);
  select * into v_line from ledger.lines where journal_id = v_journal and account_id = ledger.wallet(v_caller.actor_id, 'DEPOSIT', p_currency);
  return ledger.keep_outcome(v_caller.actor_id, 'own_transfer', p_key, jsonb_build_object('movement', desk.json_movement(v_line)));
end $$;
comment on function desk.member_transfer is 'Moves the caller''s own money from INTEREST to DEPOSIT.';
