/* Why staff may not reverse a journal, null when they may. Only journals that stand for themselves are reversed by hand: everything else
   is part of something (a deposit, a withdrawal, a contract, a pair) that is undone where it was made, or its own laws would not hold. */
create or replace function desk.reversal_refused(p_journal ledger.journals) returns text
language sql stable set search_path = '' as $$
  select case when (p_journal).kind not in ('adjustment', 'suspense', 'deployment', 'deployment_result', 'bank_transfer') then 'part_of_something'
              when exists (select from ledger.journals r where r.reverses_id = (p_journal).id) then 'reversed' end
$$;
comment on function desk.reversal_refused is 'Why staff may not reverse a journal.';
