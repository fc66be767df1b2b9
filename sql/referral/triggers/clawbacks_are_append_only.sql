create or replace trigger clawbacks_are_append_only before update or delete or truncate on referral.clawbacks for each statement execute function core.refuse_change();
alter table referral.clawbacks enable always trigger clawbacks_are_append_only;
