grant usage on schema office to coffer_reader;
grant select on office.exports to coffer_reader;
drop policy if exists staff_reads on office.exports;
create policy staff_reads on office.exports for select to coffer_reader using ((select identity.is_staff()));
