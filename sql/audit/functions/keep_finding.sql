/* Trigger: a finding is never removed and never edited; it is seen again until it is cleared, once. */
create or replace function audit.keep_finding() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.cleared_at is null and (new.id, new.run_id, new.form, new.law, new.object, new.expected, new.found, new.raised_at)
       = (old.id, old.run_id, old.form, old.law, old.object, old.expected, old.found, old.raised_at) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'audit.findings', 'operation', tg_op));
  return null;
end $$;
comment on function audit.keep_finding is 'Trigger: findings are kept.';
