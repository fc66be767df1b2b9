/* Trigger: what was paid never changes and a decision is final; of a confirmed payment only what was given back is noted. */
create or replace function ev.keep_payment() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE'
     and (new.id, new.booking_id, new.source, new.amount, new.transaction_reference, new.cause, new.submitted_at)
         is not distinct from (old.id, old.booking_id, old.source, old.amount, old.transaction_reference, old.cause, old.submitted_at)
     and (old.state = 'pending' or (new.state, new.reason, new.journal_id, new.decided_at) is not distinct from (old.state, old.reason, old.journal_id, old.decided_at)) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'ev.payments', 'operation', tg_op));
  return null;
end $$;
comment on function ev.keep_payment is 'Trigger: a payment''s facts and decision never change.';
