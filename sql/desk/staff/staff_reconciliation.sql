-- owner: reader
/* Client accounts with the day they are reconciled to and what is open. */
create or replace function desk.staff_reconciliation(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.read');
  v_today date := core.business_date(core.business_now(), core.setting('timezone'));
begin
  return jsonb_build_object('yesterday', v_today - 1, 'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'type', m.type, 'currency', m.currency, 'active', m.active,
      'balance', core.format_amount(b.balance, m.currency), 'begins_on', a.begins_on, 'signed_on', s.day_on, 'signed_at', s.decided_at, 'waiting_on', w.day_on, 'waiting_request', w.request,
      'lines_to', (select max(l.booked_on) from treasury.statement_lines l where l.account_id = m.account_id),
      'open_lines', (select count(*) from treasury.statement_lines l where l.account_id = m.account_id and not exists (select from treasury.matches x where x.line_id = l.id)
                        and not exists (select from treasury.explanations x where x.line_id = l.id))) order by m.active desc, m.currency, m.name), '[]')
    from funding.methods m join ledger.balances b on b.account_id = m.account_id left join treasury.reconciled_accounts a on a.account_id = m.account_id
    left join lateral (select x.day_on, x.decided_at from treasury.sheets x where x.account_id = m.account_id and x.state = 'signed' order by x.day_on desc limit 1) s on true
    left join lateral (select x.day_on, r.id as request from treasury.sheets x join approval.requests r on r.subject_id = x.id and r.kind = 'reconciliation' and r.state = 'pending'
                        where x.account_id = m.account_id and x.state = 'submitted' order by x.day_on limit 1) w on true));
end $$;
comment on function desk.staff_reconciliation is 'Client accounts with the day they are reconciled to.';
