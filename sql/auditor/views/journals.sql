create or replace view auditor.journals as
select j.id as journal_id,
       j.posted_at,
       j.value_on,
       j.line_count,
       j.kind::text as kind,
       j.actor_id as actor,
       j.reverses_id as reverses,
       j.cause,
       (select s.id from ledger.seals s where s.highest >= j.id and j.id <@ s.journal_ids order by s.highest limit 1) as seal
  from ledger.journals j;
comment on view auditor.journals is 'Journals: what happened, when, and in which seal. Each has two or more lines that sum to zero per currency.';
comment on column auditor.journals.journal_id is 'Number of the journal.';
comment on column auditor.journals.posted_at is 'When it was recorded.';
comment on column auditor.journals.value_on is 'The day for which it counts.';
comment on column auditor.journals.line_count is 'How many lines it has.';
comment on column auditor.journals.kind is 'What happened.';
comment on column auditor.journals.actor is 'Number of the member or member of staff whose doing it was; empty for jobs.';
comment on column auditor.journals.reverses is 'Number of the journal that it undoes.';
comment on column auditor.journals.cause is 'What it belongs to: the id of a deposit, a withdrawal, an investment, a request.';
comment on column auditor.journals.seal is 'Number of the seal that holds it; empty until it is sealed, which takes a minute.';
