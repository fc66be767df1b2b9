-- Up Migration
-- Tax on what members earn and take out (spec 4.4): dated rules, and what was taken of credits.

create schema payout;
comment on schema payout is 'Payouts of earnings, tax rules and register, bank files. What leaves EARNINGS, and what is withheld for the authority.';

-- Tax at credit is a journal of its own beside the one that pays the item: the treasury's journals know nothing of tax.
alter type ledger.journal_kind add value if not exists 'tax';

create table payout.tax_rules (
  id uuid primary key default uuidv7(),
  regime text not null constraint tax_regime_is_known check (regime in ('SEED', 'IN')),
  scope text not null constraint tax_scope_is_known check (scope in ('per_payout', 'per_tax_year')),
  rate numeric not null constraint tax_rate_is_a_percentage check (rate >= 0 and rate <= 100),
  no_pan_rate numeric constraint tax_rate_without_pan_is_a_percentage check (no_pan_rate >= 0 and no_pan_rate <= 100),
  threshold_units bigint constraint tax_threshold_is_not_negative check (threshold_units >= 0 and threshold_units <= 9000000),
  cap_units bigint constraint tax_cap_is_positive check (cap_units > 0 and cap_units <= 9000000),
  from_on date not null,
  until_on date,
  certificate_form text not null constraint tax_certificate_form_is_bounded check (length(certificate_form) between 1 and 80),
  payment_code text not null constraint tax_payment_code_is_bounded check (length(payment_code) between 1 and 80),
  note text not null constraint tax_note_is_bounded check (length(note) between 1 and 200),
  created_by bigint references identity.staff on delete restrict,
  created_at timestamptz not null,
  constraint a_tax_rule_ends_after_it_begins check (until_on >= from_on),
  constraint tax_at_credit_counts_a_year check (regime <> 'IN' or (scope = 'per_tax_year' and cap_units is null)),
  constraint tax_at_payout_has_no_threshold check (regime <> 'SEED' or (threshold_units is null and no_pan_rate is null)),
  -- Three families of rules, as ranges: a text cannot stand in this kind of index without an extension.
  constraint tax_rules_never_overlap exclude using gist (
    (case when regime = 'IN' then '[3,4)'::int4range when scope = 'per_payout' then '[1,2)'::int4range else '[2,3)'::int4range end) with &&,
    (daterange(from_on, until_on, '[]')) with &&)
);
comment on table payout.tax_rules is 'Dated tax rules. SEED is taken at payout, IN at credit; the settings tax_regime and tax_cap_scope say which hold here. Only its last day is ever added to a rule.';
comment on column payout.tax_rules.rate is 'Percent: of a payout''s gross (SEED), or of what was credited in the financial year (IN).';
comment on column payout.tax_rules.no_pan_rate is 'Percent for members without PAN.';
comment on column payout.tax_rules.threshold_units is 'Nothing is due until the year''s credits exceed this; then of the whole total. Whole units of the currency, whichever it is.';
comment on column payout.tax_rules.cap_units is 'Most that is taken of one payout, or of a year''s payouts (scope). Whole units of the currency.';
comment on column payout.tax_rules.until_on is 'Last day; null: until further notice.';
comment on column payout.tax_rules.certificate_form is 'Name of the certificate''s form: to be verified before filing.';
comment on column payout.tax_rules.payment_code is 'Code under which the tax is deposited: to be verified before filing.';
create index tax_rules_by_maker on payout.tax_rules (created_by) where created_by is not null;
alter table payout.tax_rules enable row level security;

create table payout.credits (
  id bigint generated always as identity primary key,
  item_id bigint references treasury.items on delete restrict constraint an_item_is_taxed_once unique,
  commission_id bigint references referral.commissions on delete restrict constraint a_commission_is_taxed_once unique,
  member_id bigint not null references identity.members on delete restrict,
  account_id bigint not null references ledger.accounts on delete restrict,
  currency text not null references core.currencies on delete restrict,
  value_on date not null,
  year_on date not null,
  amount bigint not null constraint taxed_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  earnings bigint not null constraint taxed_earnings_are_part_of_the_amount check (earnings >= 0 and earnings <= amount),
  rule_id uuid not null references payout.tax_rules on delete restrict,
  pan_known boolean not null,
  total bigint not null constraint the_years_total_includes_the_credit check (total >= amount),
  due bigint not null constraint tax_due_is_not_negative check (due >= 0),
  tax bigint not null constraint tax_is_never_more_than_was_earned check (tax = least(due, earnings)),
  journal_id bigint,
  credited_at timestamptz not null,
  constraint a_taxed_credit_has_one_source check (num_nonnulls(item_id, commission_id) = 1),
  constraint tax_that_was_taken_names_its_journal check ((tax > 0) = (journal_id is not null)),
  constraint a_tax_year_runs_from_april_to_march check (extract(month from year_on) = 4 and extract(day from year_on) = 1 and value_on >= year_on and value_on < year_on + interval '1 year')
);
comment on table payout.credits is 'Credits in the scope of tax at credit, minor units, with all that explains their tax. Never changed.';
comment on column payout.credits.amount is 'Gross, with what went to EMI_RESERVE.';
comment on column payout.credits.earnings is 'What of it went to EARNINGS: tax is never more.';
comment on column payout.credits.total is 'The financial year''s credits with this one, reversed ones left out.';
comment on column payout.credits.due is 'What was due with this credit, with what earlier ones could not pay.';
create index credits_by_member on payout.credits (member_id, currency, year_on, id);
create index credits_by_account on payout.credits (account_id);
create index credits_by_currency on payout.credits (currency);
create index credits_by_rule on payout.credits (rule_id);
create index credits_by_date on payout.credits (value_on);
alter table payout.credits enable row level security;

create table payout.credit_taxes (
  credit_id bigint not null references payout.credits on delete restrict,
  year_on date not null,
  amount bigint not null constraint tax_of_a_year_is_positive check (amount > 0 and amount <= 9000000000000000),
  constraint a_credit_pays_a_year_once primary key (credit_id, year_on)
);
comment on table payout.credit_taxes is 'Of which financial year''s tax a credit paid how much: what could not be collected in one year is collected in the next.';
alter table payout.credit_taxes enable row level security;
