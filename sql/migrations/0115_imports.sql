-- Up Migration
-- Coming from elsewhere: a company's members, balances, contracts, tree and bookings, read from files, checked as a whole, agreed to by two people.

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'tax_deposit', 'staff_role', 'setting', 'suspension', 'manual_journal', 'journal_reversal', 'sweep', 'company_import'));

alter table identity.members add column origin text constraint member_origins_are_unique unique constraint member_origin_is_a_reference check (origin ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$');
comment on column identity.members.origin is 'Reference of the member in the system they came from; null: joined here. It makes a second import of the same member impossible.';

create table office.imports (
  id uuid primary key default uuidv7(),
  reference text not null constraint import_references_are_unique unique,
  currency text not null references core.currencies on delete restrict,
  cutover_on date not null,
  method_id uuid not null,
  deployed bigint not null constraint import_deployed_is_not_negative check (deployed >= 0 and deployed <= 9000000000000000),
  state text not null default 'draft' constraint import_state_is_known check (state in ('draft', 'submitted', 'posted', 'dropped')),
  made_by bigint not null references identity.staff on delete restrict,
  made_at timestamptz not null,
  request_id uuid,
  totals jsonb,
  ended_at timestamptz,
  constraint a_submitted_import_names_its_request check (state not in ('submitted', 'posted') or num_nonnulls(request_id, totals) = 2),
  constraint an_import_that_ended_says_when check ((state in ('posted', 'dropped')) = (ended_at is not null))
);
comment on table office.imports is 'Imports of a company that was run elsewhere. A draft collects files; submitted it waits for two people and stands still; posted it never changes.';
comment on column office.imports.cutover_on is 'Last day of the books elsewhere: the day of its closing balances, and value date of everything opened here.';
comment on column office.imports.method_id is 'Deposit method whose account holds the members'' money that is taken over.';
comment on column office.imports.deployed is 'Of that money, what is put to work instead of lying in the bank: minor units.';
comment on column office.imports.totals is 'What it adds up to, as it was submitted.';
create index imports_by_maker on office.imports (made_by);
create index imports_by_currency on office.imports (currency);
create index imports_by_time on office.imports (made_at desc, id desc);
alter table office.imports enable row level security;

create table office.import_files (
  import_id uuid not null references office.imports on delete restrict,
  kind text not null constraint import_kind_is_known check (kind in ('members', 'balances', 'investments', 'tree', 'bookings')),
  name text not null constraint import_file_name_is_bounded check (length(name) between 1 and 200),
  rows integer not null constraint an_import_file_has_rows check (rows > 0),
  hash bytea not null constraint import_hash_is_sha256 check (length(hash) = 32),
  uploaded_at timestamptz not null,
  primary key (import_id, kind)
);
comment on table office.import_files is 'Files of an import, one of a kind. What they held is taken out when the import ends; how it hashed stays.';
alter table office.import_files enable row level security;

create table office.import_rows (
  import_id uuid not null,
  kind text not null,
  line integer not null constraint import_lines_count_from_two check (line > 1),
  cells jsonb not null constraint import_cells_are_an_object check (jsonb_typeof(cells) = 'object'),
  primary key (import_id, kind, line),
  constraint import_rows_belong_to_a_file foreign key (import_id, kind) references office.import_files on delete cascade
);
comment on table office.import_rows is 'Lines of an import''s files as text, until it is posted or dropped: they hold names and addresses.';
comment on column office.import_rows.line is 'Line of the file, the headings are line 1.';
alter table office.import_rows enable row level security;

create type office.import_fault as (kind text, line integer, col text, fault text, detail jsonb);
comment on type office.import_fault is 'What is wrong with an import: the file and line (null: the import itself), the column, the kind of fault and what a sentence about it needs.';
