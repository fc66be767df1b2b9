-- Up Migration
-- What people in the network earn, for everybody (spec 4.4): computed from the ledger once a month, because a public page must not read every line.

create table network.disclosures (
  until_on date not null,
  from_months integer not null constraint tenure_is_not_negative check (from_months >= 0),
  until_months integer,
  whole boolean not null,
  currency text not null references core.currencies on delete restrict,
  members bigint not null constraint a_disclosed_group_has_members check (members > 0),
  without bigint not null,
  median bigint not null constraint median_is_bounded check (median between -9000000000000000 and 9000000000000000),
  made_at timestamptz not null,
  constraint a_group_is_disclosed_once primary key (until_on, whole, from_months),
  constraint a_tenure_ends_after_it_begins check (until_months > from_months),
  constraint no_more_are_without_than_there_are check (without >= 0 and without <= members)
);
comment on table network.disclosures is 'Income of those who stand in the tree in the twelve months before a day: all of them, and by how long they stand there. Never of a small group.';
comment on column network.disclosures.until_on is 'First day after the twelve months, in the network''s time zone.';
comment on column network.disclosures.from_months is 'Whole months since placement at the end, at least; until_months: fewer than.';
comment on column network.disclosures.whole is 'The row of all together.';
comment on column network.disclosures.without is 'Members who earned nothing.';
comment on column network.disclosures.median is 'Half of the group earned this or less, minor units, rounded down to whole units of the currency so that it is nobody''s own figure.';
create index disclosures_by_currency on network.disclosures (currency);
alter table network.disclosures enable row level security;
