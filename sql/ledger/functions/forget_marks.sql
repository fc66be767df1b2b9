/* Forgets the sums that ledger.balance_drift keeps, so that they are made anew from the lines: after somebody has repaired something,
   and when the books were restored into a cluster whose transactions count from the beginning. */
create or replace function ledger.forget_marks() returns void
language sql volatile security definer set search_path = '' as $$ delete from ledger.balance_marks $$;
comment on function ledger.forget_marks is 'Forgets the kept sums of accounts.';
