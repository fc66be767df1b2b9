-- owner: reader
/* Trial balance per currency, and every operator account; wallets summed by kind. */
create or replace function desk.staff_trial_balance(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'journals.read');
begin
  return jsonb_build_object(
    'currencies', (select coalesce(jsonb_agg(jsonb_build_object('currency', t.currency, 'debit', core.format_amount(t.debit, t.currency), 'credit', core.format_amount(t.credit, t.currency), 'difference', core.format_amount(t.difference, t.currency), 'by_lines', core.format_amount(t.by_lines, t.currency)) order by t.currency), '[]') from ledger.trial_balance() t where t.debit <> 0 or t.credit <> 0 or t.difference <> 0),
    'accounts', (select coalesce(jsonb_agg(jsonb_build_object('name', x.kind, 'currency', x.currency, 'side', case x.side when 1 then 'debit' else 'credit' end, 'balance', core.format_amount(x.balance, x.currency), 'accounts', x.count) order by x.currency, x.member, x.kind), '[]')
      from (select b.kind, b.currency, b.side, sum(b.balance)::bigint as balance, count(*) as count, b.member_id is not null as member from ledger.balances b group by b.kind, b.currency, b.side, b.member_id is not null) x));
end $$;
comment on function desk.staff_trial_balance is 'Trial balance per currency, and every operator account; wallets summed by kind.';
