create or replace view auditor.seals as
select s.id as seal,
       s.journal_ids::text as journal_ids,
       s.highest,
       s.closed_to,
       s.journals,
       s.lines,
       encode(s.merkle_root, 'hex') as merkle_root,
       encode(s.previous_root, 'hex') as previous_root,
       encode(s.root, 'hex') as root,
       s.sealed_at,
       encode(x.secret, 'hex') as secret
  from ledger.seals s left join ledger.seal_secrets x on x.seal_id = s.id;
comment on view auditor.seals is 'Seals of the journals, in order: each contains the root of the one before (docs/seals.md).';
comment on column auditor.seals.seal is 'Number of the seal.';
comment on column auditor.seals.journal_ids is 'Which journals it holds, as ranges of numbers.';
comment on column auditor.seals.highest is 'Highest of them.';
comment on column auditor.seals.closed_to is 'Up to this number no journal can appear any more.';
comment on column auditor.seals.journals is 'How many journals it holds.';
comment on column auditor.seals.lines is 'How many lines these have.';
comment on column auditor.seals.merkle_root is 'Top of the tree over its journals.';
comment on column auditor.seals.previous_root is 'Root of the seal before.';
comment on column auditor.seals.root is 'Root, as it was published.';
comment on column auditor.seals.sealed_at is 'When.';
comment on column auditor.seals.secret is 'What lines of compound journals are salted with.';
