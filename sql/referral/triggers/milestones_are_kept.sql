create or replace trigger milestones_are_kept before update or delete on referral.milestones for each row execute function referral.keep_milestone();
