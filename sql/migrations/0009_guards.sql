-- Up Migration
-- The migration tool makes its own table; it keeps our conventions all the same.
alter table core.migrations enable row level security;
comment on table core.migrations is 'Migrations in the order in which they were applied.';
comment on sequence core.migrations_id_seq is 'Numbers applied migrations.';
