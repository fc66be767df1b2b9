/* Writes a method; a new one opens its own client-money account. Type and currency never change. Answers the method's id.
   Refuses `invalid_input` at the field: a bank needs account name, number and bank; a chain needs an address. */
create or replace function funding.save_method(p_method uuid, p_name text, p_type text, p_currency text, p_address text, p_instructions text, p_details jsonb, p_minimum bigint, p_active boolean, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id uuid := coalesce(p_method, uuidv7());
  v_name text := core.clean_text(p_name, 'name', 80);
  v_address text := core.clean_text(p_address, 'address', 128);
  -- None given: the page writes the usual steps of the method's kind in the reader's language.
  v_instructions text := coalesce(core.clean_text(p_instructions, 'instructions', 2000), '');
  v_old funding.methods;
begin
  if v_name is null then perform core.refuse('invalid_input', 'name'); end if;
  if p_type is null or p_type not in ('BANK', 'BTC', 'ETH', 'USDT_TRC20', 'USDT_ERC20', 'DOGE', 'LTC') then perform core.refuse('invalid_input', 'type'); end if;
  if core.exponent(p_currency) is null then perform core.refuse('invalid_input', 'currency'); end if;
  if p_type = 'BANK' then
    v_address := null;
    if coalesce(btrim(p_details ->> 'account_name'), '') = '' then perform core.refuse('invalid_input', 'account_name'); end if;
    if coalesce(btrim(p_details ->> 'account_number'), '') = '' then perform core.refuse('invalid_input', 'account_number'); end if;
    if coalesce(btrim(p_details ->> 'bank_name'), '') = '' then perform core.refuse('invalid_input', 'bank_name'); end if;
  elsif v_address is null or length(v_address) < 20 or v_address ~ '\s' then
    perform core.refuse('invalid_input', 'address');
  end if;
  select * into v_old from funding.methods where id = p_method for update;
  if p_method is not null and not found then perform core.refuse('not_found'); end if;
  if v_old.id is not null and (v_old.type <> p_type or v_old.currency <> p_currency) then
    perform core.refuse('invalid_input', case when v_old.type <> p_type then 'type' else 'currency' end);
  end if;
  if exists (select from funding.methods m where lower(m.name) = lower(v_name) and m.currency = p_currency and m.id <> v_id) then
    perform core.refuse('invalid_input', 'name', jsonb_build_object('reason', 'taken'));
  end if;
  insert into funding.methods (id, name, type, currency, address, instructions, details, minimum, active, account_id, created_at)
  values (v_id, v_name, p_type, p_currency, v_address, v_instructions, coalesce(p_details, '{}'), p_minimum, p_active,
    coalesce(v_old.account_id, ledger.operator_account('bank:client:' || coalesce(nullif(btrim(left(regexp_replace(lower(v_name), '[^a-z0-9]+', '-', 'g'), 40), '-'), ''), 'method') || '-' || right(v_id::text, 6), p_currency)), p_at)
  on conflict (id) do update set name = excluded.name, address = excluded.address, instructions = excluded.instructions, details = excluded.details, minimum = excluded.minimum, active = excluded.active;
  return v_id;
end $$;
comment on function funding.save_method is 'Writes a method and opens its client-money account.';
