/* Ends holds whose time is over. */
create or replace function desk.worker_holds_expire() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_count integer;
begin
  update ledger.holds set state = 'expired', ended_at = core.business_now() where state = 'open' and expires_at <= core.business_now();
  get diagnostics v_count = row_count;
  return jsonb_build_object('ended', v_count);
end $$;
comment on function desk.worker_holds_expire is 'Ends holds whose time is over.';
