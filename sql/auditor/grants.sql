grant usage on schema auditor to coffer_outside_auditor;
grant select on all tables in schema auditor to coffer_outside_auditor;
