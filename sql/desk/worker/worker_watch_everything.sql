/* Looks at everything in one domain and makes findings of what is wrong: the nightly look, which also sees what was changed in old rows.
   One domain a call, so that each has the time a call may last. A second worker that calls at the same time is answered at once. */
create or replace function desk.worker_watch_everything(p_domain text) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_run audit.watch_runs;
  v_faults audit.fault[];
  v_raised integer;
begin
  if p_domain is null or p_domain not in ('audit', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'network', 'payout') then perform core.refuse('invalid_input', 'domain'); end if;
  if not pg_try_advisory_xact_lock(hashtext('audit.watch_runs'), hashtext(p_domain)) then
    return jsonb_build_object('skipped', true);
  end if;
  v_run := desk.open_watch_run('everything', p_domain, core.business_now());
  v_faults := array(select f from desk.faults(p_domain) f);
  v_raised := desk.raise_faults(v_faults, v_run);
  return jsonb_build_object('skipped', false, 'faults', cardinality(v_faults), 'raised', v_raised, 'paused', audit.payouts_paused());
end $$;
comment on function desk.worker_watch_everything is 'Looks at everything in one domain and makes findings of what is wrong.';
