-- Up Migration
-- Views for outside auditors, and packs of them (spec 7.3). The views themselves stand in sql/auditor/views.

create schema auditor;
comment on schema auditor is 'What outside auditors read: the books and what people decided, without names (docs/audit-views.md).';

alter table office.exports drop constraint export_report_is_known, drop constraint export_format_is_known;
alter table office.exports
  add constraint export_report_is_known check (report in ('days', 'sales', 'activity', 'wallets', 'commissions', 'accruals', 'tax', 'approvals', 'liquidity', 'audit_pack')),
  add constraint export_format_is_known check (format in ('csv', 'xlsx', 'pdf', 'tar.gz')),
  add constraint a_pack_is_an_archive check ((report = 'audit_pack') = (format = 'tar.gz'));
create index packs_by_time on office.exports (asked_at desc, id desc) where report = 'audit_pack';
