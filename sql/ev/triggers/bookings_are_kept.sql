create or replace trigger bookings_are_kept before update or delete on ev.bookings for each row execute function ev.keep_booking();
alter table ev.bookings enable always trigger bookings_are_kept;
-- A row trigger does not see truncate.
create or replace trigger bookings_are_never_truncated before truncate on ev.bookings for each statement execute function core.refuse_change();
alter table ev.bookings enable always trigger bookings_are_never_truncated;
create or replace trigger payments_are_kept before update or delete on ev.payments for each row execute function ev.keep_payment();
alter table ev.payments enable always trigger payments_are_kept;
create or replace trigger payments_are_never_truncated before truncate on ev.payments for each statement execute function core.refuse_change();
alter table ev.payments enable always trigger payments_are_never_truncated;
create or replace trigger instalments_are_append_only before update or delete or truncate on ev.instalments for each statement execute function core.refuse_change();
alter table ev.instalments enable always trigger instalments_are_append_only;
