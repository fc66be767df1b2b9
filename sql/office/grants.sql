grant usage on schema office to coffer_reader;
grant select on office.exports to coffer_reader;
-- What a member has made for themselves staff do not read.
drop policy if exists staff_reads on office.exports;
drop policy if exists own_or_of_staff on office.exports;
create policy own_or_of_staff on office.exports for select to coffer_reader using (((select identity.is_staff()) and member_id is null) or member_id = (select identity.me()));
grant select on office.imports, office.import_files, office.import_rows to coffer_reader;
drop policy if exists staff_reads on office.imports;
create policy staff_reads on office.imports for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists staff_reads on office.import_files;
create policy staff_reads on office.import_files for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists staff_reads on office.import_rows;
create policy staff_reads on office.import_rows for select to coffer_reader using ((select identity.is_staff()));
grant execute on function office.import_columns, office.import_cell_errors, office.import_doubles, office.import_hash to coffer_reader;
grant execute on function office.most_rows, office.rows_at_once, office.export_over to coffer_reader;
grant select on office.import_runs to coffer_reader;
drop policy if exists staff_reads on office.import_runs;
create policy staff_reads on office.import_runs for select to coffer_reader using ((select identity.is_staff()));
grant execute on function office.import_is_large, office.import_lines_at_once to coffer_reader;
