/* Trigger: a node stands one below its parent (spec 4.2). Always by the parent's number: a session that made its plan while the tree was small would read the whole of it for each place of a large import. */
create or replace function network.guard_place() returns trigger
language plpgsql volatile set search_path = '' set enable_seqscan = off as $$
begin
  if new.parent_id is null or exists (select from network.nodes p where p.id = new.parent_id and p.depth = new.depth - 1) then return new; end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'network.nodes', 'operation', tg_op));
  return null;
end $$;
comment on function network.guard_place is 'Trigger: a node stands one below its parent.';
