create or replace view auditor.staff as
select s.id as staff,
       s.public_id as staff_id,
       s.role,
       s.member_id as member,
       s.active,
       s.created_at
  from identity.staff s;
comment on view auditor.staff is 'Staff by number and role, without names.';
comment on column auditor.staff.staff is 'Number of the person, as it stands in requests, decisions and the log.';
comment on column auditor.staff.staff_id is 'Id of the person in addresses of pages.';
comment on column auditor.staff.role is 'Role now.';
comment on column auditor.staff.member is 'Number under which the person is a member too.';
comment on column auditor.staff.active is 'Whether the person may sign in.';
comment on column auditor.staff.created_at is 'Since when.';
