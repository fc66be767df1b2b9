/* Ends requests whose time is over; what they held is given back. */
create or replace function desk.worker_requests_expire() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_request approval.requests;
  v_count integer := 0;
begin
  for v_request in select * from approval.requests where state = 'pending' and expires_at <= v_at order by id limit 500 for update skip locked loop
    update approval.requests set state = 'expired', decided_at = v_at where id = v_request.id;
    perform desk.undo_request(v_request.id, 'expired', v_at);
    v_count := v_count + 1;
  end loop;
  return jsonb_build_object('ended', v_count);
end $$;
comment on function desk.worker_requests_expire is 'Ends requests whose time is over; what they held is given back.';
