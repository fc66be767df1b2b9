create or replace view auditor.plans as
select v.id as version_id,
       v.plan_id,
       p.name as plan,
       v.version,
       p.currency,
       v.daily_rate,
       v.minimum,
       v.maximum,
       v.duration,
       v.unit,
       v.referral_rate,
       v.state,
       v.effective_from,
       encode(v.hash, 'hex') as terms_hash,
       v.created_at
  from invest.plan_versions v join invest.plans p on p.id = v.plan_id;
comment on view auditor.plans is 'Versions of investment plans: the terms that contracts were made under. Minor units.';
comment on column auditor.plans.version_id is 'Id of the version.';
comment on column auditor.plans.plan_id is 'The plan.';
comment on column auditor.plans.plan is 'Its name.';
comment on column auditor.plans.version is 'Number of the version.';
comment on column auditor.plans.currency is 'Currency of the amounts.';
comment on column auditor.plans.daily_rate is 'Percent a day.';
comment on column auditor.plans.minimum is 'Least amount of a contract, minor units.';
comment on column auditor.plans.maximum is 'Most, minor units.';
comment on column auditor.plans.duration is 'How long a contract runs, in units.';
comment on column auditor.plans.unit is 'Days, months or years.';
comment on column auditor.plans.referral_rate is 'Percent for who referred.';
comment on column auditor.plans.state is 'Draft, active or rejected.';
comment on column auditor.plans.effective_from is 'First day of new contracts.';
comment on column auditor.plans.terms_hash is 'SHA-256 of the terms; contracts carry it.';
comment on column auditor.plans.created_at is 'When it was written.';
