/* What a pack for auditors is of. Without days: everything, sealed or not. With days (in the operator's time zone): the seals whose newest journal (or entry of the log) is of these days, whole, so
   that they can be computed again; one that began before midnight is of the later day. `first` and `last` are null when there is none. `before` holds the journals of earlier seals. */
create or replace function desk.pack_scope(p_filters jsonb, out whole boolean, out from_at timestamptz, out until_at timestamptz, out first bigint, out last bigint, out within int8multirange, out before int8multirange, out log_first bigint, out log_last bigint, out log_within int8multirange)
language plpgsql stable set search_path = '' as $$
declare v_zone text := core.setting('timezone');
begin
  whole := p_filters ->> 'from' is null;
  from_at := case when whole then '-infinity' else (p_filters ->> 'from')::timestamp at time zone v_zone end;
  until_at := case when whole then 'infinity' else ((p_filters ->> 'until')::date + 1)::timestamp at time zone v_zone end;
  select min(s.id), max(s.id), range_agg(s.journal_ids) into first, last, within from ledger.seals s where s.posted_until >= from_at and s.posted_until < until_at;
  select range_agg(s.journal_ids) into before from ledger.seals s where s.id < first;
  select min(s.id), max(s.id), range_agg(s.entry_ids) into log_first, log_last, log_within 
    from audit.seals s join audit.log e on e.id = s.highest where e.at >= from_at and e.at < until_at;
  before := coalesce(before, '{}');
  within := case when whole then '{(,)}' else coalesce(within, '{}') end;
  log_within := case when whole then '{(,)}' else coalesce(log_within, '{}') end;
end $$;
comment on function desk.pack_scope is 'What a pack for auditors is of.';
