-- owner: reader
/* One payout: member, the whole bank account, why it was taxed so, the instalments it pays, its tracker, and the request and file it stands in. Refuses `not_found`. */
create or replace function desk.staff_payout(p_token text, p_payout uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.read');
  v_row payout.payouts;
begin
  select * into v_row from payout.payouts where id = p_payout;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object(
    'payout', desk.json_payout(v_row) || jsonb_build_object('parts', desk.json_payout_parts(v_row),
      'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = v_row.member_id),
      'destination', (select jsonb_build_object('label', d.label, 'account_name', d.account_name, 'account_number', d.account_number, 'ifsc', d.ifsc) from funding.destinations d where d.id = v_row.destination_id)),
    'why', desk.json_tax_why(v_row.rule_id, v_row.gross, v_row.currency), 'posted_on', v_row.posted_on, 'file_id', v_row.file_id, 'tracker', desk.json_tracker('payout', v_row.id),
    'request', (select r.id from approval.requests r where r.kind = 'payout' and r.subject_id = v_row.id order by r.created_at desc limit 1));
end $$;
comment on function desk.staff_payout is 'One payout with everything about it.';
