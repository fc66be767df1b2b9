/* Ends holds whose time is over. The holds first, then their accounts in order: whoever ends a single hold takes them the same way. */
create or replace function desk.worker_holds_expire() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_count integer;
  v_at timestamptz := core.business_now();
begin
  perform from ledger.holds where state = 'open' and expires_at <= v_at order by account_id, id for update;
  perform ledger.lock_accounts(array(select account_id from ledger.holds where state = 'open' and expires_at <= v_at));
  update ledger.holds set state = 'expired', ended_at = v_at where state = 'open' and expires_at <= v_at;
  get diagnostics v_count = row_count;
  return jsonb_build_object('ended', v_count);
end $$;
comment on function desk.worker_holds_expire is 'Ends holds whose time is over.';
