/* Trigger: a contract never changes; only its state, its earmark, its parking and the mark for the next accrual run do. */
create or replace function invest.keep_contract() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and not (old.state = 'matured' and new.state <> 'matured')
     and (new.id, new.public_id, new.member_id, new.version_id, new.currency, new.amount, new.daily_rate, new.start_on, new.end_on, new.days, new.total, new.version_hash, new.invested_account_id, new.interest_account_id, new.deposit_account_id)
       = (old.id, old.public_id, old.member_id, old.version_id, old.currency, old.amount, old.daily_rate, old.start_on, old.end_on, old.days, old.total, old.version_hash, old.invested_account_id, old.interest_account_id, old.deposit_account_id) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'invest.investments', 'operation', tg_op));
  return null;
end $$;
comment on function invest.keep_contract is 'Trigger: a contract never changes.';
