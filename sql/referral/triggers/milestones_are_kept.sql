create or replace trigger milestones_are_kept before update or delete on referral.milestones for each row execute function referral.keep_milestone();
alter table referral.milestones enable always trigger milestones_are_kept;
-- A row trigger does not see truncate.
create or replace trigger milestones_are_never_truncated before truncate on referral.milestones for each statement execute function core.refuse_change();
alter table referral.milestones enable always trigger milestones_are_never_truncated;
