/* What carries exactly this reference, id, transaction reference, account number or address: kind, id, and the word it was found by. At most
   six of a kind; a request also by what it is about. Small and capital letters are the same, as banks and chains write them. With the owner's
   eyes, for staff alone (desk.staff_search asks for the permission of each kind): row security keeps indexes of lower(…) from being used. Where such an index is one way among
   several, each way is asked by itself: joined by "or", a limit makes reading everything look cheap. */
create or replace function desk.named_exactly(p_search text) returns table (kind text, id uuid, said text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_id uuid := case when p_search ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p_search::uuid end;
  v_upper text := upper(p_search);
  v_lower text := lower(p_search);
  v_about uuid[];
begin
  if not identity.is_staff() then return; end if;
  v_about := array(
    (select d.id from funding.deposits d where lower(d.transaction_reference) = v_lower limit 6)
    union all (select p.id from ev.payments p where lower(p.transaction_reference) = v_lower limit 6));
  return query
    (select 'requests', r.id, r.reference from approval.requests r where r.id = v_id or r.reference = v_upper or r.subject_id = v_id or r.subject_id = any (v_about) limit 6)
    union all (select 'withdrawals', w.id, coalesce(case when lower(w.transaction_reference) = v_lower then w.transaction_reference end, w.reference) from funding.withdrawals w
                where w.id = v_id or w.id = any (array(select x.id from funding.withdrawals x where x.reference = v_upper union all select x.id from funding.withdrawals x where lower(x.transaction_reference) = v_lower)) limit 6)
    union all (select 'payouts', p.id, p.reference from payout.payouts p where p.id = v_id or p.reference = v_upper limit 6)
    union all (select 'bank_files', f.id, f.reference from payout.bank_files f where f.id = v_id or f.reference = v_upper limit 6)
    union all (select 'bookings', b.id, b.reference from ev.bookings b
                where b.id = v_id or b.id = any (array(select x.id from ev.bookings x where x.reference = v_upper union all select x.id from ev.bookings x where lower(x.refund_reference) = v_lower
                  union all select p.booking_id from ev.payments p where p.id = any (v_about))) limit 6)
    union all (select 'messages', t.id, t.reference from messaging.threads t where t.id = v_id or t.reference = v_upper limit 6)
    union all (select 'investments', i.public_id, i.reference from invest.investments i where i.public_id = v_id or i.reference = v_upper limit 6)
    union all (select 'claims', c.id, c.reference from compliance.claims c where c.id = v_id or c.reference = v_upper limit 6)
    union all (select 'destinations', d.id, desk.destination_tail(d) from funding.destinations d where lower(coalesce(d.address, d.account_number)) = v_lower limit 6)
    union all (select 'bank_lines', l.id, coalesce(case when lower(l.bank_reference) = v_lower then l.bank_reference end, l.reference) from treasury.statement_lines l
                where l.id = any (array(select x.id from treasury.statement_lines x where lower(x.bank_reference) = v_lower union all select x.id from treasury.statement_lines x where lower(x.reference) = v_lower)) limit 6);
end $$;
comment on function desk.named_exactly is 'What carries exactly this reference, id, account number or address.';
