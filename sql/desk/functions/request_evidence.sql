/* What staff need to see to decide, by kind. */
create or replace function desk.request_evidence(p_request approval.requests) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_evidence jsonb;
begin
  case (p_request).kind
    when 'deposit' then
      select jsonb_build_object('deposit', desk.json_deposit(d), 'method', desk.json_method(m), 'wallets', desk.json_wallets(d.member_id),
          'earlier', (select jsonb_build_object('approved', count(*) filter (where e.state = 'approved'), 'rejected', count(*) filter (where e.state = 'rejected')) from funding.deposits e where e.member_id = d.member_id)) into v_evidence
        from funding.deposits d join funding.methods m on m.id = d.method_id where d.id = (p_request).subject_id;
    when 'withdrawal' then
      select jsonb_build_object('withdrawal', desk.json_withdrawal(w), 'destination', desk.json_destination(t, (p_request).created_at) || jsonb_build_object('account_number', t.account_number), 'wallets', desk.json_wallets(w.member_id),
          'last_24h', core.format_amount(funding.withdrawn_today(w.member_id, w.currency, w.requested_at), w.currency)) into v_evidence
        from funding.withdrawals w join funding.destinations t on t.id = w.destination_id where w.id = (p_request).subject_id;
    when 'payout' then
      select jsonb_build_object('payout', desk.json_payout(p), 'parts', desk.json_payout_parts(p), 'destination', desk.json_destination(t, (p_request).created_at) || jsonb_build_object('account_number', t.account_number), 'wallets', desk.json_wallets(p.member_id),
          'rule', (select desk.json_tax_rule(r) from payout.tax_rules r where r.id = p.rule_id)) into v_evidence
        from payout.payouts p join funding.destinations t on t.id = p.destination_id where p.id = (p_request).subject_id;
    when 'tax_deposit' then
      select jsonb_build_object('from_on', (p_request).payload ->> 'quarter_on', 'until_on', (((p_request).payload ->> 'quarter_on')::date + interval '3 months')::date - 1, 'regime', r.regime, 'form', r.certificate_form, 'code', r.payment_code,
          'withheld', core.format_amount(coalesce(s.tax, 0), (p_request).currency), 'deposited', core.format_amount(coalesce(s.deposited, 0), (p_request).currency), 'left', core.format_amount(coalesce(s.tax - s.deposited, 0), (p_request).currency),
          'method', jsonb_build_object('name', m.name, 'balance', core.format_amount(b.balance, b.currency)), 'reference', (p_request).payload ->> 'reference', 'paid_on', (p_request).payload ->> 'paid_on', 'note', (p_request).payload ->> 'note') into v_evidence
        from payout.tax_rules r join funding.methods m on m.id = ((p_request).payload ->> 'method')::uuid join ledger.balances b on b.account_id = m.account_id
        left join payout.tax_sums(((p_request).payload ->> 'quarter_on')::date, 'infinity') s
          on s.currency = (p_request).currency and s.regime = r.regime and s.form = r.certificate_form and s.code is not distinct from r.payment_code
       where r.id = ((p_request).payload ->> 'rule')::uuid;
    when 'plan_activation' then
      select jsonb_build_object('plan', desk.json_plan(p, v), 'hash', encode(v.hash, 'hex'), 'rate_differs', network.rate_differs(v.id),
          'what_if', (select desk.json_what_if(w, p.currency) from network.what_ifs w where w.rate_version_id = v.id order by w.asked_at desc, w.id desc limit 1),
          'previous', (select desk.json_plan(p, o) from invest.plan_versions o where o.plan_id = p.id and o.state = 'active' order by o.version desc limit 1)) into v_evidence
        from invest.plan_versions v join invest.plans p on p.id = v.plan_id where v.id = (p_request).subject_id;
    when 'compensation_activation' then
      select jsonb_build_object('version', desk.json_compensation(v),
          'before', (select desk.json_compensation(b) from network.plan_versions b where b.state = 'active' and b.from_on < v.from_on order by b.from_on desc limit 1),
          'what_if', (select desk.json_what_if(w, v.currency) from network.what_ifs w where w.version_id = v.id order by w.asked_at desc, w.id desc limit 1)) into v_evidence
        from network.plan_versions v where v.id = (p_request).subject_id;
    when 'milestone' then
      select jsonb_build_object('milestone', desk.json_milestone(m, core.business_date((p_request).created_at, core.setting('timezone'))), 'claim', desk.json_claim(c), 'active_now', cardinality(desk.active_referrals(c.member_id)),
          'counted', (select coalesce(jsonb_agg(jsonb_build_object('id', x.public_id, 'name', btrim(x.first_name || ' ' || x.last_name), 'joined_at', x.joined_at, 'state', x.status, 'kyc', x.kyc_approved_at is not null,
              'investments', (select count(*) from invest.investments i where i.member_id = x.id)) order by x.joined_at desc), '[]')
            from (select q.* from identity.members q where q.id = any (c.counted) order by q.joined_at desc limit 100) x)) into v_evidence
        from referral.milestone_claims c join referral.milestones m on m.id = c.milestone_id where c.id = (p_request).subject_id;
    when 'reconciliation' then
      -- Figures and reasons only: whoever reads requests need not be one of those who read bank texts.
      select jsonb_build_object('method', jsonb_build_object('id', m.id, 'name', m.name), 'on', s.day_on, 'figures', desk.json_sheet(s),
          'stale', s.state = 'submitted' and s.fingerprint is distinct from (treasury.day_figures(s.account_id, s.day_on)).fingerprint,
          'items', (select coalesce(jsonb_agg(jsonb_build_object('side', i.side, 'amount', core.format_amount(i.amount, s.currency), 'on', i.dated_on, 'reason', i.reason, 'note', i.note) order by i.item_no), '[]')
             from (select * from treasury.sheet_items x where x.sheet_id = s.id order by x.item_no limit 50) i)) into v_evidence
        from treasury.sheets s join funding.methods m on m.account_id = s.account_id where s.id = (p_request).subject_id;
    when 'kyc' then
      select jsonb_build_object('kyc', desk.json_kyc(k.member_id, core.business_date(core.business_now(), core.setting('timezone'))), 'profile', desk.json_profile(m), 'reviewer', identity.person_name(case when k.renewal is null then k.reviewer_id else k.renewal_reviewer_id end)) into v_evidence
        from compliance.kyc k join identity.members m on m.id = k.member_id where k.id = (p_request).subject_id;
    when 'recovery' then
      select jsonb_build_object('recovery', jsonb_build_object('old_email', r.old_email, 'new_email', r.new_email, 'drop_authenticator', r.drop_authenticator, 'asked_at', r.asked_at, 'proven_at', r.proven_at, 'note', r.note),
          'kyc', desk.json_kyc(m.id, core.business_date(core.business_now(), core.setting('timezone'))), 'profile', desk.json_profile(m)) into v_evidence
        from identity.recoveries r join identity.members m on m.id = r.member_id where r.id = ((p_request).payload ->> 'recovery')::uuid;
    when 'staff_role' then
      select jsonb_build_object('person', desk.json_colleague(s), 'approvers', identity.staff_holding('requests.decide'), 'stale', (p_request).state = 'pending' and desk.json_standing(s) is distinct from (p_request).payload -> 'before',
          'before_member', desk.json_named((p_request).payload #>> '{before,member}'), 'after_member', desk.json_named((p_request).payload #>> '{after,member}')) into v_evidence
        from identity.staff s where s.public_id = (p_request).subject_id;
    when 'setting' then
      v_evidence := jsonb_build_object('setting', desk.json_setting(core.setting_row((p_request).payload ->> 'key')));
    when 'suspension' then
      select jsonb_build_object('member', desk.json_member(m), 'wallets', desk.json_wallets(m.id), 'stale', (p_request).state = 'pending' and ((p_request).payload ->> 'suspend')::boolean = (m.status = 'suspended')) into v_evidence
        from identity.members m where m.public_id = (p_request).subject_id;
    when 'claim' then
      select jsonb_build_object('claim', desk.json_estate(c), 'profile', desk.json_profile(m), 'payment', desk.json_claim_payment(p_request),
          'contracts', (select count(*) from invest.investments i where i.member_id = m.id and i.state = 'active'),
          'waiting', (select count(*) from funding.withdrawals w where w.member_id = m.id and w.state = 'pending') + (select count(*) from payout.payouts p where p.member_id = m.id and p.state = 'pending')) into v_evidence
        from compliance.claims c join identity.members m on m.id = c.member_id where c.id = (p_request).subject_id;
    when 'booking_payment' then
      select jsonb_build_object('booking', desk.json_booking(b), 'payment', desk.json_booking_payment(p)) || desk.json_booking_money(b) into v_evidence
        from ev.payments p join ev.bookings b on b.id = p.booking_id where p.id = (p_request).subject_id;
    when 'booking_cancel' then
      select jsonb_build_object('booking', desk.json_booking(b)) || desk.json_booking_money(b) into v_evidence from ev.bookings b where b.id = (p_request).subject_id;
    when 'sweep' then
      select jsonb_build_object('held', (p_request).payload ->> 'held', 'own', (p_request).payload ->> 'own', 'note', (p_request).payload ->> 'note', 'method', jsonb_build_object('name', m.name, 'balance', core.format_amount(b.balance, b.currency)),
          'held_now', core.format_amount(f.held, (p_request).currency), 'own_now', core.format_amount(f.own, (p_request).currency)) into v_evidence
        from funding.methods m join ledger.balances b on b.account_id = m.account_id join treasury.sweepable() f on f.currency = m.currency where m.id = ((p_request).payload ->> 'method')::uuid;
    when 'company_import' then
      select jsonb_build_object('import', desk.json_import(i), 'totals', (p_request).payload -> 'totals', 'hash', (p_request).payload ->> 'hash', 'large', office.import_is_large(i.id),
          'posting', (select desk.json_import_run(r) from office.import_runs r where r.request_id = (p_request).id order by r.asked_at desc, r.id desc limit 1)) into v_evidence from office.imports i where i.id = (p_request).subject_id;
    when 'manual_journal' then
      v_evidence := jsonb_build_object('kind', (p_request).payload ->> 'kind', 'value_on', (p_request).payload ->> 'value_on', 'lines', desk.json_manual_lines(p_request),
        'methods', desk.json_method_names());
    when 'journal_reversal' then
      select jsonb_build_object('journal', desk.json_journal(j), 'lines', desk.json_journal_lines(j.id, 0, 50),
          'methods', desk.json_method_names()) into v_evidence
        from ledger.journals j where j.id = ((p_request).payload ->> 'journal')::bigint;
    else
      v_evidence := jsonb_build_object('treasury', (select coalesce(jsonb_agg(jsonb_build_object('name', q.name, 'balance', core.format_amount(b.balance, b.currency), 'held', core.format_amount(b.held, b.currency), 'currency', b.currency)), '[]')
          from treasury.queues q join ledger.balances b on b.account_id = q.account_id where q.currency = (p_request).currency),
        'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'balance', core.format_amount(b.balance, b.currency), 'currency', m.currency)), '[]')
          from funding.methods m join ledger.balances b on b.account_id = m.account_id where m.id::text in ((p_request).payload ->> 'method', (p_request).payload ->> 'from', (p_request).payload ->> 'to')));
  end case;
  return v_evidence;
end $$;
comment on function desk.request_evidence is 'What staff need to see to decide.';
