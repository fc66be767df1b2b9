create or replace view auditor.audit_seals as
select s.id as seal,
       s.entry_ids::text as entry_ids,
       s.highest,
       s.entries,
       s.horizon::text as horizon,
       s.sealed_at,
       encode(s.entries_hash, 'hex') as entries_hash,
       encode(s.previous_root, 'hex') as previous_root,
       encode(s.root, 'hex') as root,
       encode(x.secret, 'hex') as secret
  from audit.seals s left join audit.seal_secrets x on x.seal_id = s.id;
comment on view auditor.audit_seals is 'Seals of the audit log, in order (docs/seals.md, "The audit log").';
comment on column auditor.audit_seals.seal is 'Number of the seal.';
comment on column auditor.audit_seals.entry_ids is 'Which entries it holds, as ranges of numbers.';
comment on column auditor.audit_seals.highest is 'Highest of them.';
comment on column auditor.audit_seals.entries is 'How many.';
comment on column auditor.audit_seals.horizon is 'Entries of every transaction before this one are in this seal or an earlier one.';
comment on column auditor.audit_seals.sealed_at is 'When.';
comment on column auditor.audit_seals.entries_hash is 'Hash of its entries.';
comment on column auditor.audit_seals.previous_root is 'Root of the seal before.';
comment on column auditor.audit_seals.root is 'Root.';
comment on column auditor.audit_seals.secret is 'What reasons are salted with.';
