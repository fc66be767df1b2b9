-- owner: reader
/* One box for everything: members, requests, journals, payments, bookings, conversations. Groups by kind, of each the first five and whether
   there are `more`; of a group the caller has no permission for there is nothing. What was found by its exact reference, id or address comes
   first, as do the groups that hold such. Members as desk.members_called, the rest as desk.named_exactly, requests and conversations also by
   label, subject and member. Amounts as decimal text. Refuses `invalid_input` at search beyond 80 characters; nothing for nothing. */
create or replace function desk.staff_search(p_token text, p_search text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, null);
  v_search text := core.clean_text(p_search, 'search', 80);
  v_may text[] := array(select p.permission from identity.role_permissions p where p.role = v_caller.role);
  v_number bigint := case when v_search ~ '^[0-9]{1,18}$' then v_search::bigint end;
  v_members bigint[];
  v_labelled uuid[];
  v_about uuid[];
  v_named jsonb;
  v_groups jsonb;
begin
  if v_search is null then return jsonb_build_object('groups', '[]'::jsonb); end if;
  v_members := array(select desk.members_called(v_search));
  v_labelled := array(select desk.requests_labelled(v_search));
  v_about := array(select desk.threads_about(v_search));
  select coalesce(jsonb_object_agg(n.kind, n.ids), '{}') into v_named from (select x.kind, jsonb_object_agg(x.id, x.said) as ids from desk.named_exactly(v_search) x group by x.kind) n;
  with exact as (select k.kind, i.id::uuid as id, i.said from jsonb_each(v_named) k (kind, ids) cross join lateral jsonb_each_text(k.ids) i (id, said)),
  hits (kind, id, label, about, member_id, amount, currency, state, at, exact) as (
    (select 'members', m.public_id, btrim(m.first_name || ' ' || m.last_name), m.email, null::bigint, null::bigint, null::text, m.status, m.joined_at,
            m.email = lower(v_search) or m.username = lower(v_search) or m.referral_code = upper(v_search) or m.public_id::text = lower(v_search) or m.mobile = v_search as exact
       from identity.members m where 'members.read' = any (v_may) and m.id = any (v_members) order by exact desc nulls last, m.id desc limit 6)
    union all (select 'requests', r.id, r.reference, r.kind, r.beneficiary_id, r.amount, r.currency, r.state, r.created_at, r.id in (select e.id from exact e where e.kind = 'requests') as exact
       from approval.requests r where 'requests.read' = any (v_may) and (r.id = any (v_labelled) or r.beneficiary_id = any (v_members) or r.id = any (array(select e.id from exact e where e.kind = 'requests')))
      order by exact desc, r.created_at desc, r.id desc limit 6)
    union all (select 'journals', j.cause, j.id::text, j.kind::text, null, null, null, null, j.posted_at, j.id = v_number
       from ledger.journals j where 'journals.read' = any (v_may) and (j.id = v_number or j.cause = any (array(select e.id from exact e where e.kind not in ('destinations', 'bank_lines')
         union all select r.subject_id from approval.requests r where r.id = any (array(select e.id from exact e where e.kind = 'requests'))))) order by j.id desc limit 6)
    union all (select 'withdrawals', w.id, w.reference, (select nullif(e.said, w.reference) from exact e where e.kind = 'withdrawals' and e.id = w.id), w.member_id, w.amount, w.currency, w.state, w.requested_at, w.id in (select e.id from exact e where e.kind = 'withdrawals') as exact
       from funding.withdrawals w where 'withdrawals.read' = any (v_may) and (w.member_id = any (v_members) or w.id = any (array(select e.id from exact e where e.kind = 'withdrawals'))) order by exact desc, w.requested_at desc, w.id desc limit 6)
    union all (select 'payouts', p.id, p.reference, null, p.member_id, p.gross, p.currency, p.state, p.requested_at, p.id in (select e.id from exact e where e.kind = 'payouts') as exact
       from payout.payouts p where 'payouts.read' = any (v_may) and (p.member_id = any (v_members) or p.id = any (array(select e.id from exact e where e.kind = 'payouts'))) order by exact desc, p.requested_at desc, p.id desc limit 6)
    union all (select 'bank_files', f.id, f.reference, null, null, f.sum, f.currency, null, f.made_at, true
       from exact e join payout.bank_files f on f.id = e.id where 'payouts.send' = any (v_may) and e.kind = 'bank_files')
    union all (select 'bookings', b.id, b.reference, b.vehicle_name, b.member_id, b.price, b.currency, null, b.booked_at, b.id in (select e.id from exact e where e.kind = 'bookings') as exact
       from ev.bookings b where 'bookings.read' = any (v_may) and (b.member_id = any (v_members) or b.id = any (array(select e.id from exact e where e.kind = 'bookings'))) order by exact desc, b.booked_at desc, b.id desc limit 6)
    union all (select 'messages', t.id, t.reference, t.subject, t.member_id, null, null, case when t.closed_at is null then 'open' else 'closed' end, t.last_at, t.id in (select e.id from exact e where e.kind = 'messages') as exact
       from messaging.threads t where 'messages.read' = any (v_may) and (t.member_id = any (v_members) or t.id = any (v_about) or t.id = any (array(select e.id from exact e where e.kind = 'messages'))) order by exact desc, t.last_at desc, t.id desc limit 6)
    union all (select 'investments', m.public_id, i.reference, i.plan_name, i.member_id, i.amount, i.currency, i.state, i.created_at, true
       from exact e join invest.investments i on i.public_id = e.id join identity.members m on m.id = i.member_id where 'members.read' = any (v_may) and e.kind = 'investments')
    union all (select 'claims', m.public_id, c.reference, null, c.member_id, null, null, c.state, c.opened_at, true
       from exact e join compliance.claims c on c.id = e.id join identity.members m on m.id = c.member_id where 'claims.read' = any (v_may) and e.kind = 'claims')
    union all (select 'destinations', m.public_id, d.label, e.said, d.member_id, null, null, null, d.created_at, true
       from exact e join funding.destinations d on d.id = e.id join identity.members m on m.id = d.member_id where 'withdrawals.read' = any (v_may) and e.kind = 'destinations')
    union all (select 'bank_lines', l.statement_id, e.said, l.text, null, l.amount, l.currency, null, l.booked_on::timestamptz, true
       from exact e join treasury.statement_lines l on l.id = e.id where 'reconciliation.read' = any (v_may) and e.kind = 'bank_lines')),
  ordered as (select h.*, row_number() over (partition by h.kind order by h.exact desc nulls last, h.at desc, h.label) as place from hits h)
  select coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'items', g.items, 'more', g.more) order by g.exact desc, g.kind = 'members' desc, g.kind = 'requests' desc, g.kind), '[]') into v_groups from (
    select o.kind, count(*) > 5 as more, coalesce(bool_or(o.exact), false) as exact,
           jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label, 'about', o.about, 'amount', core.format_amount(o.amount, o.currency), 'currency', o.currency, 'state', o.state, 'at', o.at, 'exact', coalesce(o.exact, false),
             'member', (select btrim(m.first_name || ' ' || m.last_name) from identity.members m where m.id = o.member_id)) order by o.place) filter (where o.place <= 5) as items
      from ordered o group by o.kind) g;
  return jsonb_build_object('groups', v_groups);
end $$;
comment on function desk.staff_search is 'One box for everything staff look for.';
