-- Up Migration
-- Staff look for people, requests and payments in one box, among millions (spec 7.1, decision 033). Any part of a name or an address is found by
-- its groups of three letters. The extension is trusted: the owner of this database may create it; where the server already has it, it stays where it is.

create extension if not exists pg_trgm with schema public;

do $$
declare v_class text := (select quote_ident(n.nspname) || '.gin_trgm_ops' from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
  execute format('create index members_by_what_they_are_called on identity.members using gin (email %1$s, (first_name || '' '' || last_name) %1$s, mobile %1$s)', v_class);
  execute format('create index requests_by_label on approval.requests using gin (subject_label %s)', v_class);
  execute format('create index threads_by_subject on messaging.threads using gin (subject %s)', v_class);
end $$;

-- Payments by the reference a bank or a chain gave them, whatever the method. The unique indexes begin with the method or leave states out.
create index deposits_by_transaction on funding.deposits (lower(transaction_reference));
create index withdrawals_by_transaction on funding.withdrawals (lower(transaction_reference)) where transaction_reference is not null;
create index payments_by_transaction on ev.payments (lower(transaction_reference)) where transaction_reference is not null;
create index destinations_by_account on funding.destinations (lower(coalesce(address, account_number)));
create index statement_lines_by_bank_reference on treasury.statement_lines (lower(bank_reference)) where bank_reference is not null;
create index statement_lines_by_reference on treasury.statement_lines (lower(reference)) where reference is not null;
