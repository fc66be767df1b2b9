-- Up Migration
-- Long files of members, made as jobs like files of reports (spec 7.2, 5.5): statements, and everything that is kept about them.

alter table office.exports drop constraint export_report_is_known, drop constraint export_format_is_known;
alter table office.exports
  alter column asked_by drop not null,
  add column member_id bigint references identity.members on delete restrict,
  add constraint export_report_is_known check (report in ('days', 'sales', 'activity', 'wallets', 'commissions', 'accruals', 'tax', 'approvals', 'liquidity', 'audit_pack', 'statement', 'my_data')),
  add constraint export_format_is_known check (format in ('csv', 'xlsx', 'pdf', 'tar.gz', 'json')),
  add constraint an_export_is_of_staff_or_of_a_member check (num_nonnulls(asked_by, member_id) = 1),
  add constraint members_export_what_is_theirs check ((member_id is not null) = (report in ('statement', 'my_data')) and (format <> 'json' or member_id is not null));
comment on column office.exports.member_id is 'Whose file it is when it is about a member: nobody else has it.';
create index exports_by_member on office.exports (member_id, asked_at desc, id desc) where member_id is not null;
create unique index one_export_of_a_kind_is_made_at_a_time on office.exports (member_id, report) where member_id is not null and state in ('waiting', 'running');

create table identity.errands (
  token_hash bytea primary key constraint errand_token_is_hashed check (length(token_hash) = 32),
  member_id bigint not null references identity.members on delete cascade,
  began_in xid8 not null
);
comment on table identity.errands is 'What a job reads in a member''s name: begun and ended in one transaction, so that nobody else ever sees a row.';
comment on column identity.errands.began_in is 'The transaction it is good in.';
create index errands_by_member on identity.errands (member_id);
alter table identity.errands enable row level security;

comment on table messaging.notices is 'What the portal tells a member: one for each mail that tells the member something, with the same facts, and what is told here alone. Pages put it into the words of the reader.';
comment on column messaging.notices.template is 'The mail it was told with, or what is told here alone.';
