/* Notes the bank account of somebody who is paid in a member's place, such as a nominee; another one takes the place of the one before. Refuses
   `invalid_input` at the field of this payee: `account_number_2`. Answers the destination. No cooling: two people read it before it is used. */
create or replace function funding.name_payee(p_member bigint, p_payee uuid, p_at_place integer, p_account_name text, p_account_number text, p_ifsc text, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_name text := core.clean_text(p_account_name, 'account_name_' || p_at_place, 120);
  v_number text := upper(regexp_replace(coalesce(p_account_number, ''), '[ -]', '', 'g'));
  v_ifsc text := nullif(upper(btrim(coalesce(p_ifsc, ''))), '');
  v_id uuid;
begin
  if v_name is null then perform core.refuse('invalid_input', 'account_name_' || p_at_place); end if;
  if v_number !~ '^[0-9A-Z]{5,34}$' then perform core.refuse('invalid_input', 'account_number_' || p_at_place); end if;
  if v_ifsc !~ '^[A-Z]{4}0[A-Z0-9]{6}$' then perform core.refuse('invalid_input', 'ifsc_' || p_at_place); end if;
  select id into v_id from funding.destinations where payee_id = p_payee and removed_at is null and (account_name, account_number) = (v_name, v_number) and ifsc is not distinct from v_ifsc;
  if found then return v_id; end if;
  update funding.destinations set removed_at = p_at where payee_id = p_payee and removed_at is null;
  insert into funding.destinations (member_id, type, label, account_name, account_number, ifsc, created_at, usable_at, payee_id)
  values (p_member, 'BANK', left(v_name, 60), v_name, v_number, v_ifsc, p_at, p_at, p_payee) returning id into v_id;
  return v_id;
end $$;
comment on function funding.name_payee is 'Notes the bank account of somebody who is paid in a member''s place.';
