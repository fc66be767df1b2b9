create or replace trigger log_seals_are_kept before update or delete or truncate on audit.seals for each statement execute function core.refuse_change();
alter table audit.seals enable always trigger log_seals_are_kept;
create or replace trigger log_seal_secrets_are_kept before update or delete or truncate on audit.seal_secrets for each statement execute function core.refuse_change();
alter table audit.seal_secrets enable always trigger log_seal_secrets_are_kept;
