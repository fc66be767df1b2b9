-- owner: reader
/* What the import of a statement needs: the method, how its CSV was read last, where reconciling begins, and the last files. */
create or replace function desk.staff_statement_form(p_token text, p_method uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.read');
  v_method funding.methods := desk.sheet_method(p_method);
  v_account treasury.reconciled_accounts;
begin
  select * into v_account from treasury.reconciled_accounts where account_id = v_method.account_id;
  return jsonb_build_object('method', jsonb_build_object('id', v_method.id, 'name', v_method.name, 'type', v_method.type, 'currency', v_method.currency, 'account_number', v_method.details ->> 'account_number'),
    'mapping', coalesce(v_account.mapping, '{}'), 'begins_on', v_account.begins_on, 'may_import', identity.may(v_caller.role, 'reconciliation.write'),
    'statements', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'file_name', s.file_name, 'format', s.format, 'by', identity.person_name(s.imported_by), 'at', s.imported_at,
        'imported', s.imported, 'skipped', s.skipped, 'refused', s.refused, 'matched', s.matched) order by s.imported_at desc, s.id desc), '[]')
      from (select * from treasury.statements x where x.account_id = v_method.account_id order by x.imported_at desc, x.id desc limit 20) s));
end $$;
comment on function desk.staff_statement_form is 'What the import of a statement needs.';
