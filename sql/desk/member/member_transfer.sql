/* Moves the caller's own money from INTEREST to DEPOSIT. Refuses `invalid_amount`, `insufficient_available`, `key_reuse`. */
create or replace function desk.member_transfer(p_token text, p_currency text, p_amount text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_to bigint;
  v_journal bigint;
begin
  if p_key is null then
    perform core.refuse('invalid_input', 'key');
  end if;
  v_to := ledger.wallet(v_caller.actor_id, 'DEPOSIT', p_currency);
  v_journal := ledger.move(v_caller.actor_id, p_key, 'own_transfer', core.business_date(core.business_now(), core.setting('timezone')), ledger.wallet(v_caller.actor_id, 'INTEREST', p_currency), v_to, v_amount);
  return jsonb_build_object('movement', (select desk.json_movement((j.id, v_to, -v_amount, null, 2, j.value_on)::ledger.lines) from ledger.journals j where j.id = v_journal));
end $$;
comment on function desk.member_transfer is 'Moves the caller''s own money from INTEREST to DEPOSIT.';
