/* Trigger: what an import is about never changes, and one that has ended never changes at all. */
create or replace function office.keep_import() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null
     and (new.id, new.reference, new.currency, new.cutover_on, new.method_id, new.deployed, new.made_by, new.made_at) = (old.id, old.reference, old.currency, old.cutover_on, old.method_id, old.deployed, old.made_by, old.made_at) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'office.imports', 'operation', tg_op));
  return null;
end $$;
comment on function office.keep_import is 'Trigger: an import that ended never changes.';
