-- owner: reader
/* The chart of accounts: every kind of account in every currency, whose it is and how many there are, which journals written by hand may touch it, what stands on it, and what the days p_from to p_until (without: all
   of them) moved on it: debit, credit, number of lines. Wallets of members are added up by kind. */
create or replace function desk.staff_accounts(p_token text, p_from date default null, p_until date default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'journals.read');
begin
  return jsonb_build_object('accounts', (
    select coalesce(jsonb_agg(jsonb_build_object('name', b.kind, 'currency', b.currency, 'side', case b.side when 1 then 'debit' else 'credit' end, 'of', case when b.member then 'members' else 'operator' end, 'account', b.account::text, 'accounts', b.count,
        'by_hand', to_jsonb(array(select k from unnest(array['adjustment', 'suspense', 'deployment', 'deployment_result']) with ordinality x (k, n) where b.kind ~ desk.manual_accounts(k) order by n)),
        'balance', core.format_amount(b.balance, b.currency), 'debit', core.format_amount(coalesce(m.debit, 0), b.currency), 'credit', core.format_amount(coalesce(m.credit, 0), b.currency), 'lines', coalesce(m.lines, 0))
        order by b.currency, b.member, b.kind), '[]')
      from (select x.kind, x.currency, x.side, x.member_id is not null as member, min(x.account_id) filter (where x.member_id is null) as account, count(*) as count, sum(x.balance)::bigint as balance
              from ledger.balances x group by x.kind, x.currency, x.side, x.member_id is not null) b
      left join (select c.code, d.account_kind, sum(d.debit)::bigint as debit, sum(d.credit)::bigint as credit, sum(d.lines)::bigint as lines
                   from core.currencies c cross join lateral ledger.day_sums(c.code, coalesce(p_from, '-infinity'), coalesce(p_until, 'infinity')) d where exists (select from ledger.accounts a where a.currency = c.code) group by c.code, d.account_kind) m
        on m.code = b.currency and m.account_kind = b.kind));
end $$;
comment on function desk.staff_accounts is 'The chart of accounts.';
