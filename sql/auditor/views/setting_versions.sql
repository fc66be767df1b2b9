create or replace view auditor.setting_versions as
select v.key,
       v.no,
       v.before,
       v.value,
       v.changed_by,
       v.changed_at,
       v.reason,
       v.request_id
  from core.setting_versions v;
comment on view auditor.setting_versions is 'Every change of a setting: who, when, from what to what, why.';
comment on column auditor.setting_versions.key is 'Name of the setting.';
comment on column auditor.setting_versions.no is 'Which change of it, from 1.';
comment on column auditor.setting_versions.before is 'Value before.';
comment on column auditor.setting_versions.value is 'Value afterwards.';
comment on column auditor.setting_versions.changed_by is 'Number of the person.';
comment on column auditor.setting_versions.changed_at is 'When.';
comment on column auditor.setting_versions.reason is 'Why.';
comment on column auditor.setting_versions.request_id is 'The request that was approved, where it touches money.';
