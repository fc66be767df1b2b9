/* Trigger: of what is owed only what was recovered changes, and it grows. */
create or replace function treasury.keep_clawback() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.recovered > old.recovered and (new.id, new.cause, new.member_id, new.currency, new.amount, new.raised_at) = (old.id, old.cause, old.member_id, old.currency, old.amount, old.raised_at) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'treasury.clawbacks', 'operation', tg_op));
  return null;
end $$;
comment on function treasury.keep_clawback is 'Trigger: of what is owed only what was recovered changes.';
