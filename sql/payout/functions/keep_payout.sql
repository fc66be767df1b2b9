/* Trigger: what was asked for and computed never changes, and a payout only goes forward: decided once, sent once, paid or returned once, reversed once. */
create or replace function payout.keep_payout() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE'
     and to_jsonb(new) - '{state,reason,journal_id,posted_on,file_id,line_no,return_id,reversal_id,decided_at,sent_at,closed_at,reversed_at}'::text[]
       = to_jsonb(old) - '{state,reason,journal_id,posted_on,file_id,line_no,return_id,reversal_id,decided_at,sent_at,closed_at,reversed_at}'::text[]
     and (old.journal_id is null or (new.journal_id, new.posted_on, new.decided_at) is not distinct from (old.journal_id, old.posted_on, old.decided_at))
     and (old.file_id is null or (new.file_id, new.line_no, new.sent_at) is not distinct from (old.file_id, old.line_no, old.sent_at))
     and (old.state, new.state) in (('pending', 'approved'), ('pending', 'paid'), ('pending', 'rejected'), ('pending', 'cancelled'), ('approved', 'sent'), ('approved', 'reversed'),
       ('sent', 'paid'), ('sent', 'returned'), ('returned', 'reversed'), ('paid', 'reversed')) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'payout.payouts', 'operation', tg_op));
  return null;
end $$;
comment on function payout.keep_payout is 'Trigger: a payout only goes forward.';
