-- owner: reader
/* One file for the bank with every line in order and whole account numbers, for who sends money. Refuses `not_found`. */
create or replace function desk.staff_bank_file(p_token text, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
  v_file payout.bank_files;
begin
  select * into v_file from payout.bank_files where id = p_file;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('file', desk.json_bank_file(v_file),
    'from', (select jsonb_build_object('account_name', m.details ->> 'account_name', 'account_number', m.details ->> 'account_number', 'bank_name', m.details ->> 'bank_name', 'ifsc', m.details ->> 'ifsc') from funding.methods m where m.id = v_file.method_id),
    'columns', core.setting('bank_file_columns'),
    'items', (select jsonb_agg(jsonb_build_object('no', p.line_no, 'payout', p.id, 'reference', p.reference, 'amount', core.format_amount(p.bank, p.currency), 'state', p.state, 'reason', p.reason,
        'account_name', d.account_name, 'account_number', d.account_number, 'ifsc', d.ifsc) order by p.line_no)
      from payout.payouts p join funding.destinations d on d.id = p.destination_id where p.file_id = p_file));
end $$;
comment on function desk.staff_bank_file is 'One file for the bank with every line.';
