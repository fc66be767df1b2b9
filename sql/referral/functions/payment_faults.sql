/* Law: a commission is what its item will pay, or what its journal has paid, to the one who referred. Of commissions after p_after, or
   of all. */
create or replace function referral.payment_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a commission is what is paid for it', 'commission ' || c.id, c.amount::text, coalesce(i.amount, p.amount, 0)::text
    from referral.commissions c
    left join ledger.accounts a on a.member_id = c.referrer_id and a.kind = 'EARNINGS' and a.currency = c.currency
    left join treasury.items i on i.id = c.item_id and i.journal_kind = 'referral' and i.credit_account_id = a.id and i.cause = c.source_id
    left join lateral (select -sum(l.amount)::bigint as amount from ledger.lines l where l.account_id = a.id and l.journal_id = c.journal_id) p on c.journal_id is not null
   where c.id > coalesce(p_after, 0) and coalesce(i.amount, p.amount, 0) <> c.amount
$$;
comment on function referral.payment_faults is 'Commissions that are not what is paid for them.';
