/* Trigger: a count is applied once and otherwise never changes. */
create or replace function network.keep_count() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.applied_at is null and (new.id, new.node_id, new.generation, new.direction, new.counted_at) = (old.id, old.node_id, old.generation, old.direction, old.counted_at) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'network.counts', 'operation', tg_op));
  return null;
end $$;
comment on function network.keep_count is 'Trigger: a count is applied once.';
