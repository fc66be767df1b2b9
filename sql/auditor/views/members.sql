create or replace view auditor.members as
select m.id as member,
       m.public_id as member_id,
       m.status,
       m.joined_at,
       m.kyc_approved_at,
       m.closed_at,
       m.anonymised_at,
       m.deactivated_at
  from identity.members m;
comment on view auditor.members is 'Members by number, without anything that says who they are.';
comment on column auditor.members.member is 'Number of the member, as it stands on accounts and in the log.';
comment on column auditor.members.member_id is 'Id of the member in addresses of pages.';
comment on column auditor.members.status is 'Active, suspended or closed.';
comment on column auditor.members.joined_at is 'When the member joined.';
comment on column auditor.members.kyc_approved_at is 'When identity was verified.';
comment on column auditor.members.closed_at is 'When the account was closed.';
comment on column auditor.members.anonymised_at is 'When what says who it was, was removed.';
comment on column auditor.members.deactivated_at is 'Since when the member has it closed for a while.';
