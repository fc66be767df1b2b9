/* The bookings of an import, then the units they make: those who qualified elsewhere qualify here, without another cooling-off. No commission is paid again for what was paid elsewhere. */
create or replace function desk.carry_bookings(p_import office.imports, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare v_figures record := desk.sale_figures(p_at);
begin
  perform ev.carry(m.id, v, core.read_amount(r.cells ->> 'price', (p_import).currency), core.read_amount(r.cells ->> 'paid', (p_import).currency, true), (r.cells ->> 'parts')::integer, (r.cells ->> 'part_day')::integer, r.cells ->> 'reference',
      coalesce(core.read_day(r.cells ->> 'booked_on'), (p_import).cutover_on)::timestamp at time zone core.setting('network_timezone'), (p_import).cutover_on, (p_import).request_id, p_actor, p_at)
    from (select x.* from office.import_rows x where x.import_id = (p_import).id and x.kind = 'bookings' order by x.line) r join identity.members m on m.origin = r.cells ->> 'member'
    join ev.vehicles v on lower(v.name) = lower(r.cells ->> 'vehicle') and v.currency = (p_import).currency;
  perform ev.carry_unit(m.id, v_figures.qualify, v_figures.buyer, p_at)
    from (select distinct m.id from office.import_rows r join identity.members m on m.origin = r.cells ->> 'member' where r.import_id = (p_import).id and r.kind = 'bookings' order by m.id) m;
end $$;
comment on function desk.carry_bookings is 'The bookings of an import.';
