create or replace trigger tax_rules_are_kept before update or delete on payout.tax_rules for each row execute function payout.keep_tax_rule();
alter table payout.tax_rules enable always trigger tax_rules_are_kept;
create or replace trigger credits_are_append_only before update or delete on payout.credits for each row execute function core.refuse_change();
alter table payout.credits enable always trigger credits_are_append_only;
create or replace trigger credit_taxes_are_append_only before update or delete on payout.credit_taxes for each row execute function core.refuse_change();
alter table payout.credit_taxes enable always trigger credit_taxes_are_append_only;
-- A row trigger does not see truncate.
create or replace trigger tax_rules_are_never_truncated before truncate on payout.tax_rules for each statement execute function core.refuse_change();
alter table payout.tax_rules enable always trigger tax_rules_are_never_truncated;
create or replace trigger credits_are_never_truncated before truncate on payout.credits for each statement execute function core.refuse_change();
alter table payout.credits enable always trigger credits_are_never_truncated;
create or replace trigger credit_taxes_are_never_truncated before truncate on payout.credit_taxes for each statement execute function core.refuse_change();
alter table payout.credit_taxes enable always trigger credit_taxes_are_never_truncated;
create or replace trigger deposits_are_append_only before update or delete on payout.deposits for each row execute function core.refuse_change();
alter table payout.deposits enable always trigger deposits_are_append_only;
create or replace trigger deposits_are_never_truncated before truncate on payout.deposits for each statement execute function core.refuse_change();
alter table payout.deposits enable always trigger deposits_are_never_truncated;
