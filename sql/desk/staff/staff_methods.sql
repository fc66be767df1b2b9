-- owner: reader
/* Methods with the cash they hold. */
create or replace function desk.staff_methods(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'methods.read');
begin
  return jsonb_build_object('methods', (select coalesce(jsonb_agg(desk.json_method(m) || jsonb_build_object('ledger_balance', core.format_amount(b.balance, b.currency), 'account', b.kind,
      'deposits_open', (select count(*) from funding.deposits d where d.method_id = m.id and d.state = 'pending')) order by m.active desc, m.currency, m.name), '[]') from funding.methods m join ledger.balances b on b.account_id = m.account_id));
end $$;
comment on function desk.staff_methods is 'Methods with the cash they hold.';
