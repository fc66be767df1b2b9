/* Says that jobs are in the queue now. */
create or replace function desk.worker_outbox_handed(p_ids bigint[]) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_count integer;
begin
  update outbox.jobs set handed_at = clock_timestamp() where id = any (p_ids) and handed_at is null;
  get diagnostics v_count = row_count;
  return jsonb_build_object('handed', v_count);
end $$;
comment on function desk.worker_outbox_handed is 'Says that jobs are in the queue now.';
