create or replace view auditor.decisions as
select d.request_id,
       d.staff_id as staff,
       d.decision,
       d.note,
       d.decided_at
  from approval.decisions d;
comment on view auditor.decisions is 'Who approved or rejected a request, when and why.';
comment on column auditor.decisions.request_id is 'The request.';
comment on column auditor.decisions.staff is 'Number of the person.';
comment on column auditor.decisions.decision is 'Approved or rejected.';
comment on column auditor.decisions.note is 'Reason, always there on a rejection.';
comment on column auditor.decisions.decided_at is 'When.';
