create or replace view auditor.audit_log as
select e.id as entry,
       e.at,
       e.actor_id as actor,
       e.on_behalf_of,
       e.session_id as session,
       e.action,
       e.object_kind,
       e.object_id as object,
       encode(e.before_hash, 'hex') as before_hash,
       encode(e.after_hash, 'hex') as after_hash,
       e.reason,
       e.xid::text as transaction
  from audit.log e;
comment on view auditor.audit_log is 'Who did what, on whose behalf, to what, when and why.';
comment on column auditor.audit_log.entry is 'Number of the entry.';
comment on column auditor.audit_log.at is 'When.';
comment on column auditor.audit_log.actor is 'Number of who did it; empty for jobs.';
comment on column auditor.audit_log.on_behalf_of is 'Number of the member as whom staff looked.';
comment on column auditor.audit_log.session is 'The session.';
comment on column auditor.audit_log.action is 'What was done.';
comment on column auditor.audit_log.object_kind is 'To what kind of thing.';
comment on column auditor.audit_log.object is 'To which.';
comment on column auditor.audit_log.before_hash is 'SHA-256 of the thing before.';
comment on column auditor.audit_log.after_hash is 'SHA-256 of the thing afterwards.';
comment on column auditor.audit_log.reason is 'Why, as the person wrote it.';
comment on column auditor.audit_log.transaction is 'Number of the transaction that wrote it: tells which entries have to be sealed.';
