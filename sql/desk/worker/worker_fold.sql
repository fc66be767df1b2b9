/* Folds appended movements into their balance rows. */
create or replace function desk.worker_fold() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_rows bigint := 0;
  v_account bigint;
begin
  for v_account in select distinct u.account_id from ledger.unfolded u order by u.account_id loop
    v_rows := v_rows + ledger.fold_account(v_account);
  end loop;
  return jsonb_build_object('ended', v_rows);
end $$;
comment on function desk.worker_fold is 'Folds appended movements into their balance rows.';
