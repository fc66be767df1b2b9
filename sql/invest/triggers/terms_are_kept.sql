create or replace trigger terms_are_kept before update or delete on invest.plan_versions for each row execute function invest.keep_terms();
alter table invest.plan_versions enable always trigger terms_are_kept;
create or replace trigger contracts_are_kept before update or delete on invest.investments for each row execute function invest.keep_contract();
alter table invest.investments enable always trigger contracts_are_kept;
create or replace trigger accruals_are_append_only before update or delete or truncate on invest.accruals for each statement execute function core.refuse_change();
alter table invest.accruals enable always trigger accruals_are_append_only;
create or replace trigger instructions_are_append_only before update or delete or truncate on invest.instructions for each statement execute function core.refuse_change();
alter table invest.instructions enable always trigger instructions_are_append_only;
-- A row trigger does not see truncate.
create or replace trigger terms_are_never_truncated before truncate on invest.plan_versions for each statement execute function core.refuse_change();
alter table invest.plan_versions enable always trigger terms_are_never_truncated;
create or replace trigger contracts_are_never_truncated before truncate on invest.investments for each statement execute function core.refuse_change();
alter table invest.investments enable always trigger contracts_are_never_truncated;
create or replace trigger carried_is_append_only before update or delete or truncate on invest.carried for each statement execute function core.refuse_change();
alter table invest.carried enable always trigger carried_is_append_only;
