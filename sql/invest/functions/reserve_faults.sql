/* Law: a part of an accrual run posts exactly what was held for it: the hold is open while the part is, and when it is done the journals
   that name the hold take its amount from the treasury. Of runs with journals after p_after, or of all. */
create or replace function invest.reserve_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a run posts what was held for it', concat_ws(' ', 'part', r.chunk, 'of', r.as_of, r.timezone), concat_ws(' ', case when c.done then 'captured' else 'open' end, r.amount), concat_ws(' ', h.state, h.amount, 'posted', coalesce(p.sum, 0))
    from invest.accrual_reserves r
    join invest.accrual_chunks c on c.timezone = r.timezone and c.as_of = r.as_of and c.chunk = r.chunk
    join ledger.holds h on h.id = r.hold_id
    left join lateral (select sum(l.amount)::bigint as sum from ledger.journals j join ledger.lines l on l.journal_id = j.id and l.account_id = r.queue_id where j.cause = r.hold_id and j.kind = 'accrual') p on true
   where (p_after is null or r.hold_id = any (array(select j.cause from ledger.journals j where j.id > p_after and j.kind = 'accrual')))
     -- Parts done before this was written down name no hold.
     and (not c.done or r.posted is not null)
     and (h.state, h.amount, coalesce(r.posted, 0), coalesce(p.sum, 0)) is distinct from (case when c.done then 'captured' else 'open' end, r.amount, case when c.done then r.amount else 0 end, case when c.done then r.amount else 0 end)
$$;
comment on function invest.reserve_faults is 'Parts of accrual runs that do not post what was held.';
