-- owner: reader
/* One withdrawal: member, full destination, tracker, the request that decided it, and the methods that could pay it. */
create or replace function desk.staff_withdrawal(p_token text, p_withdrawal uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'withdrawals.read');
  v_row funding.withdrawals;
begin
  select * into v_row from funding.withdrawals where id = p_withdrawal;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object(
    'withdrawal', desk.json_withdrawal(v_row) || jsonb_build_object(
      'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = v_row.member_id),
      'destination', (select jsonb_build_object('label', d.label, 'type', d.type, 'address', d.address, 'account_name', d.account_name, 'account_number', d.account_number, 'ifsc', d.ifsc)
                        from funding.destinations d where d.id = v_row.destination_id)),
    'tracker', desk.json_tracker('withdrawal', v_row.id),
    'request', (select r.id from approval.requests r where r.kind = 'withdrawal' and r.subject_id = v_row.id order by r.created_at desc limit 1),
    'method', (select m.name from funding.methods m where m.id = v_row.method_id),
    'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'type', m.type, 'currency', m.currency, 'balance', core.format_amount(b.balance, b.currency)) order by m.name), '[]')
                  from funding.methods m join ledger.balances b on b.account_id = m.account_id where m.currency = v_row.currency));
end $$;
comment on function desk.staff_withdrawal is 'One withdrawal with everything needed to send it.';
