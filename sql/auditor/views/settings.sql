create or replace view auditor.settings as
select s.key,
       s.value,
       s.touches_money,
       s.description
  from core.settings s;
comment on view auditor.settings is 'Settings as they are now.';
comment on column auditor.settings.key is 'Name of the setting.';
comment on column auditor.settings.value is 'Its value.';
comment on column auditor.settings.touches_money is 'Whether changing it needs approval.';
comment on column auditor.settings.description is 'What it decides.';
