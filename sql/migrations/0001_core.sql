-- Up Migration
-- Words, clock and settings that every domain leans on.

comment on schema core is 'Currencies, settings, business clock, problem codes: what every domain leans on.';
comment on table core.migration_hashes is 'Hash of each applied migration: an applied file may never change.';
alter table core.migration_hashes enable row level security;

alter default privileges revoke execute on functions from public;

create table core.object_files (
  path text primary key,
  hash text not null,
  applied_at timestamptz not null default now()
);
comment on table core.object_files is 'Hash of each function, view and trigger file as it was last applied.';
alter table core.object_files enable row level security;

create table core.currencies (
  code text primary key constraint currency_code_is_three_to_five_capitals check (code ~ '^[A-Z]{3,5}$'),
  exponent smallint not null constraint currency_exponent_is_zero_to_eight check (exponent between 0 and 8),
  name text not null
);
comment on table core.currencies is 'Currencies; amounts are bigint minor units, 10^exponent to the unit.';
alter table core.currencies enable row level security;

create table core.settings (
  key text primary key,
  value text not null,
  kind text not null constraint setting_kind_is_known check (kind in ('text', 'integer', 'decimal', 'boolean', 'currency', 'timezone')),
  touches_money boolean not null default false,
  description text not null,
  constraint setting_value_fits_its_kind check (
    case kind
      when 'integer' then value ~ '^[0-9]{1,9}$'
      when 'decimal' then value ~ '^[0-9]{1,12}(\.[0-9]{1,8})?$'
      when 'boolean' then value in ('true', 'false')
      when 'currency' then value ~ '^[A-Z]{3,5}$'
      else length(value) <= 2000
    end)
);
comment on table core.settings is 'Operator settings, typed. Decimals are in units of the default currency or in percent, as the description says.';
alter table core.settings enable row level security;

create table core.problem_codes (
  code text primary key,
  sqlstate text not null constraint problem_sqlstates_are_unique unique constraint problem_sqlstate_is_of_class_cf check (sqlstate ~ '^CF[0-9A-Z]{3}$'),
  status smallint not null constraint problem_status_is_an_http_error check (status between 400 and 599),
  meaning text not null,
  action text not null
);
comment on table core.problem_codes is 'Registry of refusals: code, SQLSTATE, HTTP status, when it happens, what the caller should do.';
alter table core.problem_codes enable row level security;

create table core.clock (
  singleton boolean primary key default true constraint there_is_one_clock check (singleton),
  shift interval not null default '0' constraint clock_never_goes_back check (shift >= interval '0'),
  frozen_at timestamptz,
  sandbox boolean not null default false,
  constraint only_a_sandbox_clock_moves check (sandbox or (shift = interval '0' and frozen_at is null))
);
comment on table core.clock is 'Business clock. Real time, except in a sandbox, where it can be moved forward or stand still for a story.';
alter table core.clock enable row level security;
insert into core.clock default values;
