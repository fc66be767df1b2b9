create or replace view auditor.tax_rules as
select t.id as rule_id,
       t.regime,
       t.scope,
       t.rate,
       t.no_pan_rate,
       t.threshold_units,
       t.from_on,
       t.until_on,
       t.note,
       t.created_by,
       t.created_at
  from payout.tax_rules t;
comment on view auditor.tax_rules is 'Tax rules by when they are in force.';
comment on column auditor.tax_rules.rule_id is 'Id of the rule.';
comment on column auditor.tax_rules.regime is 'Under which law.';
comment on column auditor.tax_rules.scope is 'For what.';
comment on column auditor.tax_rules.rate is 'Percent.';
comment on column auditor.tax_rules.no_pan_rate is 'Percent where the tax number is not known.';
comment on column auditor.tax_rules.threshold_units is 'Free in a year, whole units of the currency.';
comment on column auditor.tax_rules.from_on is 'First day in force.';
comment on column auditor.tax_rules.until_on is 'Last day in force.';
comment on column auditor.tax_rules.note is 'Why it was written.';
comment on column auditor.tax_rules.created_by is 'Number of who wrote it.';
comment on column auditor.tax_rules.created_at is 'When.';
