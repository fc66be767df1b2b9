/* Law: payments and cancellations stand as their request was decided; nothing counts or is given back that people did not approve. Of payments
   decided and bookings changed since p_since, or of all. */
create or replace function ev.decision_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'vehicle money follows its decision', x.kind || ' ' || x.id, coalesce('request ' || r.state, 'a request'), x.decided
    from (select 'booking_payment' as kind, p.id, case p.state when 'confirmed' then 'approved' else p.state end as decided, p.cause from ev.payments p where p.source = 'external' and (p_since is null or p.decided_at >= p_since)
          union all
          select 'booking_cancel', b.id, 'approved', null from ev.bookings b where b.cancelled_at is not null and (p_since is null or greatest(b.booked_at, b.opened_at, b.cancelled_at, b.refunded_at) >= p_since)) x
    -- What was paid elsewhere was agreed to with the import that brought it.
    left join lateral (select case q.state when 'expired' then 'rejected' else q.state end as state from approval.requests q where (q.subject_id = x.id and q.kind = x.kind) or (q.id = x.cause and q.kind = 'company_import') order by q.created_at desc, q.id desc limit 1) r on true
   where r.state is distinct from x.decided
$$;
comment on function ev.decision_faults is 'Vehicle money that stands otherwise than decided.';
