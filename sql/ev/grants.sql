grant usage on schema ev to coffer_reader, coffer_auditor;
grant select on all tables in schema ev to coffer_reader, coffer_auditor;
grant execute on function ev.status, ev.schedule, ev.net_paid, ev.is_active_buyer to coffer_reader;
drop policy if exists everybody_reads on ev.vehicles;
create policy everybody_reads on ev.vehicles for select to coffer_reader using (true);
drop policy if exists own_or_staff on ev.bookings;
create policy own_or_staff on ev.bookings for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on ev.instalments;
create policy own_or_staff on ev.instalments for select to coffer_reader using ((select identity.is_staff())
  or booking_id in (select id from ev.bookings where member_id = (select identity.me())));
drop policy if exists own_or_staff on ev.payments;
create policy own_or_staff on ev.payments for select to coffer_reader using ((select identity.is_staff())
  or booking_id in (select id from ev.bookings where member_id = (select identity.me())));
drop policy if exists own_or_staff on ev.units;
create policy own_or_staff on ev.units for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on ev.buyers;
create policy own_or_staff on ev.buyers for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists auditors_read on ev.bookings;
create policy auditors_read on ev.bookings for select to coffer_auditor using (true);
drop policy if exists auditors_read on ev.instalments;
create policy auditors_read on ev.instalments for select to coffer_auditor using (true);
drop policy if exists auditors_read on ev.payments;
create policy auditors_read on ev.payments for select to coffer_auditor using (true);
drop policy if exists auditors_read on ev.units;
create policy auditors_read on ev.units for select to coffer_auditor using (true);
drop policy if exists auditors_read on ev.buyers;
create policy auditors_read on ev.buyers for select to coffer_auditor using (true);
