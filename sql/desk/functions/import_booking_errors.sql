/* What is wrong with the bookings of an import: vehicle, price, what was paid of it, and the instalments left. */
create or replace function desk.import_booking_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' set enable_nestloop = off as $$
  select 'bookings', r.line, f.col, f.fault, jsonb_build_object('currency', (p_import).currency, 'decimals', core.exponent((p_import).currency)::text, 'minimum', core.format_amount(core.setting_amount('booking_first_minimum', (p_import).currency), (p_import).currency))
    from office.import_rows r
    cross join lateral (select core.read_amount(r.cells ->> 'price', (p_import).currency) as price, core.read_amount(r.cells ->> 'paid', (p_import).currency, true) as paid) a
    cross join lateral (values
      ('reference', case when r.cells ->> 'reference' !~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$' then 'invalid_reference'
        when exists (select from ev.payments p where lower(p.transaction_reference) = lower(r.cells ->> 'reference') and p.state in ('pending', 'confirmed')) then 'taken' end),
      ('vehicle', case when r.cells ? 'vehicle' and not exists (select from ev.vehicles v where lower(v.name) = lower(r.cells ->> 'vehicle') and v.currency = (p_import).currency) then 'unknown_vehicle' when (p_import).currency <> core.setting('network_currency') then 'network_money' end),
      ('price', case when r.cells ? 'price' and a.price is null then 'invalid_amount' end),
      ('paid', case when r.cells ? 'paid' and a.paid is null then 'invalid_amount' when a.paid > a.price then 'exceeds_price'
        when a.paid > 0 and a.paid < least(a.price, core.setting_amount('booking_first_minimum', (p_import).currency)) then 'below_first' end),
      ('parts', case when (r.cells ? 'parts') <> (r.cells ? 'part_day') or r.cells ->> 'parts' !~ '^([1-9][0-9]?|1[01][0-9]|120)$' or r.cells ->> 'part_day' !~ '^([1-9]|[12][0-9]|3[01])$' then 'invalid_parts' end),
      ('booked_on', case when r.cells ? 'booked_on' and core.read_day(r.cells ->> 'booked_on') is null then 'invalid_day' when core.read_day(r.cells ->> 'booked_on') > (p_import).cutover_on then 'after_cutover' end)) f (col, fault)
   where r.import_id = (p_import).id and r.kind = 'bookings' and f.fault is not null
  union all select * from desk.import_money_errors(p_import, 'bookings')
  union all select * from office.import_doubles(p_import, 'bookings', '{reference}')
$$;
comment on function desk.import_booking_errors is 'What is wrong with the bookings of an import.';
