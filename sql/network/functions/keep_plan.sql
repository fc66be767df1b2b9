/* Trigger: the figures of a compensation plan never change; a draft is decided, once. */
create or replace function network.keep_plan() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.state = 'draft' and to_jsonb(new) - '{state,decided_at}'::text[] = to_jsonb(old) - '{state,decided_at}'::text[] then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'network.plan_versions', 'operation', tg_op));
  return null;
end $$;
comment on function network.keep_plan is 'Trigger: the figures of a compensation plan never change.';
