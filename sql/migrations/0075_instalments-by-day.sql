-- Up Migration
-- Members are reminded of instalments by their day (spec 4.1): found by it, so that a look does not read every schedule.

create index instalments_by_day on ev.instalments (due_on);
