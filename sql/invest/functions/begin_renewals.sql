/* Sets aside on DEPOSIT the principal of those matured contracts whose last choice is to renew; each is carried out by desk.worker_renew.
   Called in the transaction and under the locks of their maturity, in a statement after the contracts are locked: a choice that was
   made until then counts, none can come after. */
create or replace function invest.begin_renewals(p_investments bigint[], p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  insert into invest.renewals (investment_id, instruction_id, hold_id, due_at)
  select i.id, c.id, ledger.place_hold(i.deposit_account_id, i.amount, 'renewal', i.public_id, p_at), p_at
    from invest.investments i cross join lateral (select n.id, n.choice from invest.instructions n where n.investment_id = i.id order by n.id desc limit 1) c
   where i.id = any (p_investments) and c.choice = 'renew'
$$;
comment on function invest.begin_renewals is 'Sets aside the principal of matured contracts that are to be renewed.';
