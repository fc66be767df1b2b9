/* Ends requests whose time is over; what they held is given back. All their holds and then all their wallets are locked in account order
   before the first one ends: one after the other would hold some wallets while waiting for others. */
create or replace function desk.worker_requests_expire() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_ids uuid[];
  v_subjects uuid[];
  v_id uuid;
begin
  select array_agg(r.id), array_agg(r.subject_id) into v_ids, v_subjects
    from (select id, subject_id from approval.requests where state = 'pending' and expires_at <= v_at order by id limit 500 for update skip locked) r;
  perform from ledger.holds where subject = any (v_subjects) and state = 'open' order by account_id, id for update;
  perform ledger.lock_accounts(array(select account_id from ledger.holds where subject = any (v_subjects) and state = 'open'));
  foreach v_id in array coalesce(v_ids, '{}') loop
    update approval.requests set state = 'expired', decided_at = v_at where id = v_id;
    perform desk.undo_request(v_id, 'expired', v_at);
  end loop;
  return jsonb_build_object('ended', coalesce(cardinality(v_ids), 0));
end $$;
comment on function desk.worker_requests_expire is 'Ends requests whose time is over; what they held is given back.';
