/* Recomputes the books from the rows and lists every difference. */
create or replace function desk.worker_invariants() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  return jsonb_build_object('violations', coalesce((select jsonb_agg(to_jsonb(v)) from ledger.verify() v), '[]'));
end $$;
comment on function desk.worker_invariants is 'Recomputes the books from the rows and lists every difference.';
