/* Checks a new destination's fields and answers the step-up context it is bound to: destination|type|address or account|ifsc. */
create or replace function funding.check_destination(p_type text, p_label text, p_address text, p_account_name text, p_account_number text, p_ifsc text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  v_address text := core.clean_text(p_address, 'address', 128);
  v_number text := upper(regexp_replace(coalesce(p_account_number, ''), '[ -]', '', 'g'));
  v_ifsc text := upper(btrim(coalesce(p_ifsc, '')));
begin
  if p_type is null or p_type not in ('BANK', 'BTC', 'ETH', 'USDT_TRC20', 'USDT_ERC20', 'DOGE', 'LTC') then perform core.refuse('invalid_input', 'type'); end if;
  if core.clean_text(p_label, 'label', 60) is null then perform core.refuse('invalid_input', 'label'); end if;
  if p_type = 'BANK' then
    if core.clean_text(p_account_name, 'account_name', 120) is null then perform core.refuse('invalid_input', 'account_name'); end if;
    if v_number !~ '^[0-9A-Z]{5,34}$' then perform core.refuse('invalid_input', 'account_number'); end if;
    if v_ifsc <> '' and v_ifsc !~ '^[A-Z]{4}0[A-Z0-9]{6}$' then perform core.refuse('invalid_input', 'ifsc'); end if;
    return concat_ws('|', 'destination', p_type, v_number, v_ifsc);
  end if;
  if v_address is null or v_address !~ '^[A-Za-z0-9:]{20,128}$' then perform core.refuse('invalid_input', 'address'); end if;
  return concat_ws('|', 'destination', p_type, v_address, '');
end $$;
comment on function funding.check_destination is 'Checks a new destination and answers its step-up context.';
