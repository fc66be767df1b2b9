-- owner: reader
/* A method's reconciliation of one day: as it stands now, or as it was submitted once it is. Without a day: the last that is over. Up to 100
   items of each side, what is not explained first. */
create or replace function desk.staff_reconciliation_sheet(p_token text, p_method uuid, p_on date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.read');
  v_method funding.methods := desk.sheet_method(p_method);
  v_yesterday date := core.business_date(core.business_now(), core.setting('timezone')) - 1;
  v_on date := coalesce(p_on, v_yesterday);
  v_figures treasury.day_figures := treasury.day_figures(v_method.account_id, v_on);
  v_sheet treasury.sheets;
  v_items jsonb;
begin
  select * into v_sheet from treasury.sheets where account_id = v_method.account_id and day_on = v_on and state in ('submitted', 'signed');
  with items as (
    select row(i.side, i.line_id, i.journal_id, i.line_no, i.amount, i.dated_on, i.reason, i.note, i.explained_by)::treasury.open_item as item from treasury.sheet_items i where i.sheet_id = v_sheet.id
    union all select row(o.*)::treasury.open_item from treasury.open_items(v_method.account_id, v_on) o where v_sheet.id is null
  ), placed as (
    select p.item, row_number() over (partition by (p.item).side order by (p.item).reason is not null, (p.item).dated_on, (p.item).line_id, (p.item).journal_id, (p.item).line_no) as place from items p
  ), shown as materialized (select p.item, p.place from placed p where p.place <= 100)
  select coalesce(jsonb_agg(desk.json_open_item(s.item, v_method.account_id, v_method.currency) || case when c.candidates is null then '{}' else jsonb_build_object('candidates', c.candidates) end order by s.place), '[]') into v_items
    from shown s left join desk.line_candidates(v_method.account_id, array(select (x.item).line_id from shown x where (x.item).side = 'bank' and v_sheet.id is null)) c on c.line_id = (s.item).line_id;
  return jsonb_build_object('method', jsonb_build_object('id', v_method.id, 'name', v_method.name, 'currency', v_method.currency), 'on', v_on, 'yesterday', v_yesterday,
    'begins_on', (select begins_on from treasury.reconciled_accounts where account_id = v_method.account_id), 'reached', treasury.reached(v_method.account_id, v_on),
    'state', coalesce(v_sheet.state, 'open'), 'stale', v_sheet.state = 'submitted' and v_sheet.fingerprint is distinct from v_figures.fingerprint,
    'may_write', identity.may(v_caller.role, 'reconciliation.write'), 'items', v_items,
    'figures', case when v_sheet.id is null then desk.json_figures(v_figures, v_method.currency) else desk.json_sheet(v_sheet) end,
    'request', (select jsonb_build_object('id', r.id, 'reference', r.reference, 'state', r.state, 'needed', r.needed, 'given', approval.approvals_given(r.id), 'submitted_by', identity.person_name(r.maker_id), 'submitted_at', r.created_at,
        'signed_by', (select coalesce(jsonb_agg(jsonb_build_object('name', identity.person_name(d.staff_id), 'at', d.decided_at) order by d.decided_at), '[]') from approval.decisions d where d.request_id = r.id and d.decision = 'approve'))
      from approval.requests r where r.kind = 'reconciliation' and r.subject_id = v_sheet.id),
    'matches', (select coalesce(jsonb_agg(x.match), '[]') from (select jsonb_strip_nulls(jsonb_build_object('line', l.id, 'amount', core.format_amount(l.amount, l.currency), 'on', l.booked_on, 'text', l.text, 'bank_reference', l.bank_reference, 'how', m.how, 'by', identity.person_name(m.matched_by),
        'kind', e.kind, 'reference', e.reference, 'value_on', e.value_on)) as match
      from treasury.statement_lines l join treasury.matches m on m.line_id = l.id
      cross join lateral (select desk.json_open_item(row('books', null, m.journal_id, m.line_no, l.amount, l.booked_on, null, null, null)::treasury.open_item, l.account_id, l.currency) as named) n
      cross join lateral (select n.named ->> 'kind' as kind, n.named ->> 'reference' as reference, (select b.value_on from ledger.lines b where (b.account_id, b.journal_id, b.line_no) = (m.account_id, m.journal_id, m.line_no)) as value_on) e
     where l.account_id = v_method.account_id and l.booked_on = v_on order by l.line_no, l.id limit 100) x),
    'earlier', (select coalesce(jsonb_agg(jsonb_build_object('on', s.day_on, 'state', s.state, 'at', coalesce(s.decided_at, s.submitted_at)) order by s.day_on desc, s.submitted_at desc), '[]') from (select * from treasury.sheets x where x.account_id = v_method.account_id order by x.day_on desc, x.submitted_at desc limit 10) s));
end $$;
comment on function desk.staff_reconciliation_sheet is 'A method''s reconciliation of one day.';
