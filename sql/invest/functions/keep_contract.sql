/* Trigger: a contract never changes; only its state, its earmark, its parking and the mark for the next accrual run do. One that is
   taken out of parking is marked, so that the next run looks at its rows and writes the days it missed. */
create or replace function invest.keep_contract() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and not (old.state = 'matured' and new.state <> 'matured')
     and (new.id, new.public_id, new.reference, new.member_id, new.plan_id, new.version_id, new.plan_name, new.currency, new.timezone, new.source_wallet, new.amount, new.daily_rate, new.start_on, new.end_on, new.days, new.total, new.version_hash, new.invested_account_id, new.interest_account_id, new.deposit_account_id, new.prefunded, new.created_at)
       = (old.id, old.public_id, old.reference, old.member_id, old.plan_id, old.version_id, old.plan_name, old.currency, old.timezone, old.source_wallet, old.amount, old.daily_rate, old.start_on, old.end_on, old.days, old.total, old.version_hash, old.invested_account_id, old.interest_account_id, old.deposit_account_id, old.prefunded, old.created_at) then
    if old.parked_reason is not null and new.parked_reason is null then
      new.touched_xid := pg_current_xact_id();
    end if;
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'invest.investments', 'operation', tg_op));
  return null;
end $$;
comment on function invest.keep_contract is 'Trigger: a contract never changes.';
