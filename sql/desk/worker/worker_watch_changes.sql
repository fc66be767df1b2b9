/* Looks at what changed since the last look, in every domain, and makes findings of what is wrong. The cost follows what changed, not
   the size of the books: scans are switched off, and plans are made for the marks they are run with. A second worker that calls at the
   same time is answered at once. Documents without a transaction are taken from ten minutes earlier: longer than a call may last. When
   more than p_most lines are new (a day's returns of a great many contracts), they are left to a look at everything ten minutes later. */
create or replace function desk.worker_watch_changes(p_most integer default 300000) returns jsonb
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  v_at timestamptz := core.business_now();
  v_run audit.watch_runs;
  v_from audit.watch_runs;
  v_after bigint;
  v_item bigint;
  v_since timestamptz;
  v_hold uuid;
  v_xid xid8;
  v_faults audit.fault[];
  v_raised integer;
begin
  if not pg_try_advisory_xact_lock(hashtext('audit.watch_runs')) then
    return jsonb_build_object('skipped', true);
  end if;
  v_run := desk.open_watch_run('changes', null, v_at);
  v_from := audit.watched_since(v_run);
  if v_from.id is null then
    perform ledger.forget_marks();
  end if;
  v_after := coalesce(v_from.journal_id, 0);
  if (select sum(j.line_count) from ledger.journals j where j.id > v_after) > p_most then
    perform ledger.forget_marks();
    if audit.leave_over(v_run.id, clock_timestamp() - interval '10 minutes') then
      perform outbox.enqueue('watch__everything', '{}', clock_timestamp() + interval '10 minutes');
    end if;
    return jsonb_build_object('skipped', false, 'faults', 0, 'raised', desk.raise_faults('{}', v_run), 'paused', audit.payouts_paused());
  end if;
  v_item := coalesce(v_from.item_id, 0);
  v_since := coalesce(v_from.business_at - interval '10 minutes', '-infinity');
  v_hold := coalesce(lpad(to_hex(floor(extract(epoch from v_from.began_at - interval '10 minutes') * 1000)::bigint), 12, '0') || repeat('0', 20), repeat('0', 32))::uuid;
  v_xid := coalesce(v_from.next_xid, '0');
  v_faults := array(select f from ledger.verify_changes(v_after, v_hold, v_since, v_run.horizon) f);
  v_faults := v_faults || array(select f from treasury.verify_changes(v_after, v_item, v_hold) f);
  v_faults := v_faults || array(select f from approval.verify(v_since) f);
  v_faults := v_faults || array(select f from referral.verify(coalesce(v_from.commission_id, 0), v_since) f);
  v_faults := v_faults || array(select f from funding.verify(v_since, v_after) f);
  v_faults := v_faults || array(select f from invest.verify_changes(v_after, v_item, v_xid, ledger.accounts_touched(v_after, v_hold, v_since)) f);
  v_faults := v_faults || array(select f from ev.verify_changes(v_since) f);
  v_faults := v_faults || array(select f from network.verify_changes(v_since) f);
  v_faults := v_faults || array(select f from payout.verify_changes(v_since) f);
  v_raised := desk.raise_faults(v_faults, v_run);
  return jsonb_build_object('skipped', false, 'faults', cardinality(v_faults), 'raised', v_raised, 'paused', audit.payouts_paused());
end $$;
comment on function desk.worker_watch_changes is 'Looks at what changed since the last look and makes findings of what is wrong.';
