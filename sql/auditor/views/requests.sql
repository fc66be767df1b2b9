create or replace view auditor.requests as
select r.id as request_id,
       r.reference,
       r.kind,
       r.subject_id as subject,
       r.amount,
       r.currency,
       r.maker_id as maker,
       r.maker_type,
       r.beneficiary_id as beneficiary,
       encode(r.payload_hash, 'hex') as payload_hash,
       r.needed,
       r.state,
       r.note,
       r.created_at,
       r.expires_at,
       r.decided_at,
       r.executed_at
  from approval.requests r;
comment on view auditor.requests is 'What needed a person: who asked, for what, how many had to approve, and how it ended. Minor units.';
comment on column auditor.requests.request_id is 'Id of the request.';
comment on column auditor.requests.reference is 'How it is called.';
comment on column auditor.requests.kind is 'What was asked for.';
comment on column auditor.requests.subject is 'Id of what it is about.';
comment on column auditor.requests.amount is 'Minor units, where it is about money.';
comment on column auditor.requests.currency is 'Currency of the amount.';
comment on column auditor.requests.maker is 'Number of who asked.';
comment on column auditor.requests.maker_type is 'Whether that is a member or staff.';
comment on column auditor.requests.beneficiary is 'Number of the member whom it is for.';
comment on column auditor.requests.payload_hash is 'SHA-256 of what was approved, which is what was carried out.';
comment on column auditor.requests.needed is 'How many people had to approve.';
comment on column auditor.requests.state is 'How it stands or ended.';
comment on column auditor.requests.note is 'Reason given by who asked or who ended it.';
comment on column auditor.requests.created_at is 'When it was asked.';
comment on column auditor.requests.expires_at is 'When it ends by itself.';
comment on column auditor.requests.decided_at is 'When the last decision fell.';
comment on column auditor.requests.executed_at is 'When it was carried out.';
