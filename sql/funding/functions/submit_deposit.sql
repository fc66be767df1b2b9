/* A member says that money was paid in. Amount in minor units of the method's currency. Refuses `not_active` (the method, or the account was closed), `below_minimum`,
   `reference_taken` (transaction reference used before with this method), `not_found` (a file of somebody else). Answers the row. */
create or replace function funding.submit_deposit(p_member bigint, p_method uuid, p_reference text, p_amount bigint, p_transaction_reference text, p_file uuid, p_at timestamptz) returns funding.deposits
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_method funding.methods;
  v_row funding.deposits;
  v_transaction text;
  v_prefix text;
begin
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  v_transaction := funding.check_deposit(v_method, p_amount, p_transaction_reference);
  if p_file is not null and not exists (select from funding.files where id = p_file and owner_id = p_member) then
    perform core.refuse('not_found', 'file');
  end if;
  -- One at a time per member: the running number in the reference is theirs.
  select 'D-' || referral_code || '-' into v_prefix from identity.members where id = p_member and status <> 'closed' for no key update;
  -- Closed while we waited for the row: a deposit would stand open in an account that nobody can enter.
  if v_prefix is null then perform core.refuse('not_active'); end if;
  if p_reference is null or p_reference !~ ('^' || v_prefix || '[0-9]{1,6}$') or exists (select from funding.deposits where reference = p_reference) then
    p_reference := funding.next_reference(p_member);
  end if;
  insert into funding.deposits (reference, member_id, method_id, currency, amount, transaction_reference, file_id, submitted_at)
  values (p_reference, p_member, p_method, v_method.currency, p_amount, v_transaction, p_file, p_at)
  on conflict (method_id, lower(transaction_reference)) where state in ('pending', 'approved') do nothing
  returning * into v_row;
  if v_row.id is null then
    perform core.refuse('reference_taken', 'transaction_reference');
  end if;
  return v_row;
end $$;
comment on function funding.submit_deposit is 'A member says that money was paid in.';
