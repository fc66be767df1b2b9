-- Up Migration
-- Settings are changed on a page: within bounds that stand beside each, with a history, and by two people where they touch money (spec 7.1).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'staff_role', 'setting'));

alter table core.settings
  add column least bigint,
  add column most bigint,
  add column choices text[],
  add column shape text,
  add constraint setting_bounds_are_of_figures check ((least is null and most is null) or (kind in ('integer', 'decimal') and least <= most)),
  add constraint setting_value_is_within_its_bounds check (case when kind in ('integer', 'decimal') then value::numeric between coalesce(least, 0) and coalesce(most, 999999999999) else true end),
  add constraint setting_value_is_one_of_its_choices check (choices is null or value = any (choices)),
  add constraint setting_value_has_its_shape check (shape is null or value ~ shape);
comment on column core.settings.least is 'Smallest value of a figure.';
comment on column core.settings.most is 'Largest value of a figure.';
comment on column core.settings.choices is 'The only values there are.';
comment on column core.settings.shape is 'What a text looks like, as a regular expression.';

create table core.setting_versions (
  key text not null references core.settings on delete restrict,
  no integer not null constraint setting_version_is_positive check (no > 0),
  before text not null,
  value text not null,
  changed_by bigint not null,
  changed_at timestamptz not null,
  reason text not null constraint setting_reason_is_bounded check (length(reason) between 1 and 1000),
  request_id uuid,
  constraint a_setting_has_each_version_once primary key (key, no),
  constraint a_setting_version_changes_something check (value <> before)
);
comment on table core.setting_versions is 'Every change of a setting: from what to what, by whom (who asked), when, why, and the request that two people agreed on. Never changed.';
alter table core.setting_versions enable row level security;
