/* Opens a part of a pack for worker_pack_read, in a transaction whose snapshot is that of the whole pack. What is dated is of the pack's days; what is not (accounts, members, rules, settings) is whole; seals
   are whole up to the last one of the pack, because each contains the one before, but only those of the pack come with their secrets. Refuses `not_found`. */
create or replace function desk.worker_pack_open(p_pack uuid, p_part text) returns jsonb
language plpgsql volatile security definer set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' as $$
declare
  v_scope record;
  v refcursor;
begin
  select s.* into v_scope from office.exports e cross join lateral desk.pack_scope(e.filters) s where e.id = p_pack and e.report = 'audit_pack';
  if not found then perform core.refuse('not_found'); end if;
  case p_part
    when 'accounts' then open v for select x::text from auditor.accounts x order by x.account_id;
    when 'balances' then open v for
      select row(b.account_id, b.currency, b.opening, b.moved, b.opening + b.moved)::text
        from (select a.id as account_id, a.currency, coalesce(sum(l.amount) filter (where l.journal_id <@ v_scope.before), 0)::bigint as opening, coalesce(sum(l.amount) filter (where l.journal_id <@ v_scope.within), 0)::bigint as moved
                from ledger.accounts a left join ledger.lines l on l.account_id = a.id group by a.id, a.currency) b order by b.account_id;
    when 'journals' then open v for select x::text from auditor.journals x where x.journal_id <@ v_scope.within and x.journal_id >= coalesce(lower(v_scope.within), -9223372036854775808) and x.journal_id < coalesce(upper(v_scope.within), 9223372036854775807) order by x.journal_id;
    when 'lines' then open v for select x::text from auditor.lines x where x.journal_id <@ v_scope.within and x.journal_id >= coalesce(lower(v_scope.within), -9223372036854775808) and x.journal_id < coalesce(upper(v_scope.within), 9223372036854775807);
    when 'trial_balance' then open v for
      select row(x.value_on, x.account_kind, x.currency, coalesce(sum(x.amount) filter (where x.amount > 0), 0), coalesce(-sum(x.amount) filter (where x.amount < 0), 0), count(*))::text
        from auditor.lines x where x.journal_id <@ v_scope.within group by x.value_on, x.account_kind, x.currency order by x.value_on, x.account_kind, x.currency;
    when 'holds' then open v for select x::text from auditor.holds x where (x.placed_at >= v_scope.from_at and x.placed_at < v_scope.until_at) or (x.ended_at >= v_scope.from_at and x.ended_at < v_scope.until_at) order by x.placed_at, x.hold_id;
    when 'members' then open v for select x::text from auditor.members x order by x.member;
    when 'staff' then open v for select x::text from auditor.staff x order by x.staff;
    when 'requests' then open v for
      select x::text from auditor.requests x where (x.created_at >= v_scope.from_at and x.created_at < v_scope.until_at) or (x.decided_at >= v_scope.from_at and x.decided_at < v_scope.until_at) order by x.created_at, x.request_id;
    when 'decisions' then open v for select x::text from auditor.decisions x where x.decided_at >= v_scope.from_at and x.decided_at < v_scope.until_at order by x.decided_at, x.request_id, x.staff;
    when 'plans' then open v for select x::text from auditor.plans x order by x.plan, x.plan_id, x.version;
    when 'investments' then open v for select x::text from auditor.investments x where x.created_at < v_scope.until_at and (x.matured_at is null or x.matured_at >= v_scope.from_at) order by x.investment;
    when 'accruals' then open v for
      select x::text from auditor.accruals x where v_scope.whole or (x.value_on >= (v_scope.from_at at time zone 'UTC')::date - 1 and x.value_on <= (v_scope.until_at at time zone 'UTC')::date + 1) order by x.investment, x.k;
    when 'bookings' then open v for select x::text from auditor.bookings x where x.booked_at < v_scope.until_at order by x.booked_at, x.booking_id;
    when 'booking_payments' then open v for select x::text from auditor.booking_payments x where x.submitted_at >= v_scope.from_at and x.submitted_at < v_scope.until_at order by x.submitted_at, x.payment_id;
    when 'pairs' then open v for select x::text from auditor.pairs x where (x.matched_at >= v_scope.from_at and x.matched_at < v_scope.until_at) or (x.reversed_at >= v_scope.from_at and x.reversed_at < v_scope.until_at) order by x.pair;
    when 'commissions' then open v for select x::text from auditor.commissions x where x.earned_at >= v_scope.from_at and x.earned_at < v_scope.until_at order by x.commission;
    when 'treasury_items' then open v for select x::text from auditor.treasury_items x where (x.recorded_at >= v_scope.from_at and x.recorded_at < v_scope.until_at) or x.journal_id <@ v_scope.within or x.state = 'awaiting' order by x.item;
    when 'deposits' then open v for select x::text from auditor.deposits x where (x.submitted_at >= v_scope.from_at and x.submitted_at < v_scope.until_at) or (x.decided_at >= v_scope.from_at and x.decided_at < v_scope.until_at) order by x.submitted_at, x.deposit_id;
    when 'withdrawals' then open v for select x::text from auditor.withdrawals x where x.requested_at < v_scope.until_at and coalesce(x.closed_at, 'infinity') >= v_scope.from_at order by x.requested_at, x.withdrawal_id;
    when 'payouts' then open v for select x::text from auditor.payouts x where x.requested_at < v_scope.until_at and coalesce(x.closed_at, 'infinity') >= v_scope.from_at order by x.requested_at, x.payout_id;
    when 'taxes' then open v for select x::text from auditor.taxes x where x.credited_at >= v_scope.from_at and x.credited_at < v_scope.until_at order by x.credit;
    when 'tax_rules' then open v for select x::text from auditor.tax_rules x order by x.from_on, x.rule_id;
    when 'tax_deposits' then open v for select x::text from auditor.tax_deposits x where x.journal_id <@ v_scope.within order by x.journal_id;
    when 'seals' then open v for
      select row(x.seal, x.journal_ids, x.highest, x.closed_to, x.journals, x.lines, x.merkle_root, x.previous_root, x.root, x.sealed_at, case when x.seal >= v_scope.first then x.secret end)::text
        from auditor.seals x where x.seal <= v_scope.last order by x.seal;
    when 'audit_seals' then open v for
      select row(x.seal, x.entry_ids, x.highest, x.entries, x.horizon, x.sealed_at, x.entries_hash, x.previous_root, x.root, case when x.seal >= v_scope.log_first then x.secret end)::text
        from auditor.audit_seals x where x.seal <= v_scope.log_last order by x.seal;
    when 'audit_log' then open v for select x::text from auditor.audit_log x where x.entry <@ v_scope.log_within order by x.entry;
    when 'settings' then open v for select x::text from auditor.settings x order by x.key;
    when 'setting_versions' then open v for select x::text from auditor.setting_versions x where x.changed_at < v_scope.until_at order by x.key, x.no;
    else perform core.refuse('not_found');
  end case;
  return jsonb_build_object('cursor', v::text);
end $$;
comment on function desk.worker_pack_open is 'Opens a part of a pack.';
