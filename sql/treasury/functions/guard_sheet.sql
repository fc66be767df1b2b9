/* Trigger: a sheet's figures never change, it ends once, and nobody removes it. */
create or replace function treasury.guard_sheet() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'DELETE' or old.state <> 'submitted' or to_jsonb(old) - '{state,decided_at}'::text[] is distinct from to_jsonb(new) - '{state,decided_at}'::text[] then
    perform core.refuse('immutable', null, jsonb_build_object('table', 'treasury.sheets', 'operation', tg_op));
  end if;
  return new;
end $$;
comment on function treasury.guard_sheet is 'Trigger: a sheet is kept as it was submitted.';
