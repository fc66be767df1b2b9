/* Trigger: what was asked never changes, and a state that is not pending is final: after it only the execution is noted, once. */
create or replace function approval.guard_request() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'DELETE' or (old.id, old.reference, old.kind, old.subject_id, old.subject_label, old.amount, old.currency, old.maker_id, old.maker_type, old.beneficiary_id, old.payload, old.payload_hash, old.needed, old.created_at)
       is distinct from (new.id, new.reference, new.kind, new.subject_id, new.subject_label, new.amount, new.currency, new.maker_id, new.maker_type, new.beneficiary_id, new.payload, new.payload_hash, new.needed, new.created_at) then
    perform core.refuse('immutable', null, jsonb_build_object('table', 'approval.requests', 'operation', tg_op));
  end if;
  if old.state <> 'pending' and ((new.state, new.note, new.decided_at) is distinct from (old.state, old.note, old.decided_at) or old.executed_at is not null) then
    perform core.refuse('already_decided', null, jsonb_build_object('state', old.state));
  end if;
  if new.state = 'approved' and old.state = 'pending' and approval.approvals_given(new.id) < new.needed then
    perform core.refuse('not_permitted');
  end if;
  return new;
end $$;
comment on function approval.guard_request is 'Trigger: a request is final and never edited.';
