-- Up Migration
-- What the bank says, held against what the books say, day by day (spec 2.7).

create table treasury.reconciled_accounts (
  account_id bigint primary key references ledger.accounts on delete restrict,
  salt bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
  begins_on date,
  opening bigint constraint opening_balance_is_bounded check (abs(opening) <= 9000000000000000),
  mapping jsonb not null default '{}',
  constraint what_is_reconciled_has_a_beginning check ((begins_on is null) = (opening is null))
);
comment on table treasury.reconciled_accounts is 'Client accounts whose statements are imported: one row each, and its lock. Whoever imports, matches, explains, submits or signs holds it.';
comment on column treasury.reconciled_accounts.salt is 'Mixed into the identity of lines, so that nobody guesses a text from a hash.';
comment on column treasury.reconciled_accounts.opening is 'Balance at the bank before the first line of begins_on, in minor units.';
comment on column treasury.reconciled_accounts.mapping is 'How this account''s CSV files are read, as it was typed last.';
alter table treasury.reconciled_accounts enable row level security;

create table treasury.statements (
  id uuid primary key default uuidv7(),
  account_id bigint not null references ledger.accounts on delete restrict,
  file_name text not null constraint statement_file_name_is_bounded check (length(file_name) between 1 and 200),
  file_hash bytea not null constraint statement_hash_is_sha256 check (length(file_hash) = 32),
  format text not null constraint statement_format_is_known check (format in ('csv', 'camt.053')),
  imported_by bigint not null references identity.staff on delete restrict,
  imported_at timestamptz not null,
  imported integer not null default 0,
  skipped integer not null default 0,
  refused integer not null default 0,
  matched integer not null default 0,
  remarks jsonb not null default '[]',
  closed_at timestamptz
);
comment on table treasury.statements is 'Statement files in the order in which they were imported, with what became of their lines.';
comment on column treasury.statements.remarks is 'Lines refused or skipped, with the reason: the first 200 of each; all are counted.';
create index statements_by_account on treasury.statements (account_id, imported_at desc);
create index statements_by_person on treasury.statements (imported_by);
alter table treasury.statements enable row level security;

create table treasury.stated_balances (
  statement_id uuid not null references treasury.statements on delete restrict,
  account_id bigint not null references ledger.accounts on delete restrict,
  day_on date not null,
  balance bigint not null constraint stated_balance_is_bounded check (abs(balance) <= 9000000000000000),
  constraint a_statement_closes_a_day_once primary key (statement_id, day_on)
);
comment on table treasury.stated_balances is 'Closing balances as the bank stated them, in minor units. The newest statement speaks.';
create index stated_balances_by_account on treasury.stated_balances (account_id, day_on);
alter table treasury.stated_balances enable row level security;

create table treasury.statement_lines (
  id uuid primary key default uuidv7(),
  statement_id uuid not null references treasury.statements on delete restrict,
  account_id bigint not null references ledger.accounts on delete restrict,
  identity bytea not null,
  line_no integer not null,
  booked_on date not null,
  value_on date not null,
  amount bigint not null constraint statement_line_moves_something check (amount <> 0 and abs(amount) <= 9000000000000000),
  currency text not null references core.currencies on delete restrict,
  bank_reference text constraint bank_reference_is_bounded check (length(bank_reference) <= 140),
  reference text constraint line_reference_is_bounded check (length(reference) <= 140),
  text text constraint line_text_is_bounded check (length(text) <= 500),
  constraint a_bank_line_is_imported_once unique (account_id, identity)
);
comment on table treasury.statement_lines is 'Lines of bank statements, in minor units: above zero what came in. Text and references may be personal; only staff who reconcile see them.';
comment on column treasury.statement_lines.identity is 'Salted hash of the bank''s own entry reference, else of the content and its ordinal among equal lines of the day.';
create index statement_lines_by_day on treasury.statement_lines (account_id, booked_on);
create index statement_lines_by_statement on treasury.statement_lines (statement_id);
create index statement_lines_by_currency on treasury.statement_lines (currency);
alter table treasury.statement_lines enable row level security;

create table treasury.matches (
  line_id uuid constraint a_bank_line_matches_one_book_entry primary key references treasury.statement_lines on delete restrict,
  account_id bigint not null,
  journal_id bigint not null,
  line_no integer not null,
  how text not null constraint match_is_by_reference_or_by_person check (how in ('reference', 'person')),
  matched_by bigint not null references identity.staff on delete restrict,
  matched_at timestamptz not null,
  constraint a_book_entry_matches_one_bank_line unique (account_id, journal_id, line_no),
  constraint a_match_names_an_entry_of_the_books foreign key (account_id, journal_id, line_no) references ledger.lines on delete restrict
);
comment on table treasury.matches is 'Which bank line is which entry of the books: one to one, equal in account and amount.';
create index matches_by_person on treasury.matches (matched_by);
alter table treasury.matches enable row level security;

create table treasury.explanations (
  id bigint generated always as identity primary key,
  account_id bigint not null references ledger.accounts on delete restrict,
  line_id uuid constraint a_bank_line_is_explained_once unique references treasury.statement_lines on delete restrict,
  journal_id bigint,
  line_no integer,
  reason text not null constraint explanation_reason_is_known check (reason in ('bank_fee', 'interest', 'timing', 'unidentified', 'bank_error', 'other')),
  note text constraint explanation_note_is_bounded check (length(note) <= 500),
  explained_by bigint not null references identity.staff on delete restrict,
  explained_at timestamptz not null,
  constraint a_book_entry_is_explained_once unique (account_id, journal_id, line_no),
  constraint an_explained_entry_stands_in_the_books foreign key (account_id, journal_id, line_no) references ledger.lines on delete restrict,
  constraint one_thing_is_explained check ((journal_id is null) = (line_no is null) and (line_id is null or journal_id is null)),
  constraint another_reason_says_which check (reason <> 'other' or length(note) > 0)
);
comment on table treasury.explanations is 'Why an item stands on one side only. It holds until the item is matched; the newest word counts. Neither line nor entry: the opening difference.';
create unique index the_opening_is_explained_once on treasury.explanations (account_id) where line_id is null and journal_id is null;
create index explanations_by_person on treasury.explanations (explained_by);
alter table treasury.explanations enable row level security;

create table treasury.sheets (
  id uuid primary key default uuidv7(),
  account_id bigint not null references ledger.accounts on delete restrict,
  day_on date not null,
  currency text not null references core.currencies on delete restrict,
  requirement bigint not null constraint sheet_requirement_is_bounded check (abs(requirement) <= 9000000000000000),
  bank_balance bigint not null constraint sheet_bank_balance_is_bounded check (abs(bank_balance) <= 9000000000000000),
  opening_difference bigint not null,
  bank_sum bigint not null,
  books_sum bigint not null,
  matched_count bigint not null,
  fingerprint bytea not null,
  state text not null default 'submitted' constraint sheet_state_is_known check (state in ('submitted', 'signed', 'rejected', 'cancelled')),
  submitted_by bigint not null references identity.staff on delete restrict,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  constraint a_sheet_leaves_no_difference check (bank_balance - requirement = opening_difference + bank_sum - books_sum),
  constraint a_decided_sheet_says_when check ((state = 'submitted') = (decided_at is null))
);
comment on table treasury.sheets is 'Reconciliation of one account and day as it was submitted: requirement by the books, balance by the bank, and everything in between. A signed sheet never changes.';
comment on column treasury.sheets.bank_sum is 'At the bank and not in the books on that day, in minor units; books_sum the other way round.';
create unique index one_standing_sheet_per_account_and_day on treasury.sheets (account_id, day_on) where state in ('submitted', 'signed');
create index sheets_by_account on treasury.sheets (account_id, day_on desc);
create index sheets_by_currency on treasury.sheets (currency);
create index sheets_by_person on treasury.sheets (submitted_by);
alter table treasury.sheets enable row level security;

create table treasury.sheet_items (
  sheet_id uuid not null references treasury.sheets on delete restrict,
  item_no integer not null,
  side text not null constraint sheet_item_side_is_known check (side in ('bank', 'books', 'opening')),
  line_id uuid references treasury.statement_lines on delete restrict,
  journal_id bigint,
  line_no integer,
  amount bigint not null constraint sheet_item_amount_is_bounded check (abs(amount) <= 9000000000000000),
  dated_on date not null,
  reason text not null,
  note text,
  explained_by bigint references identity.staff on delete restrict,
  primary key (sheet_id, item_no)
);
comment on table treasury.sheet_items is 'What made up a sheet''s difference, with its explanation, kept as it was submitted.';
create index sheet_items_by_line on treasury.sheet_items (line_id) where line_id is not null;
create index sheet_items_by_person on treasury.sheet_items (explained_by);
alter table treasury.sheet_items enable row level security;

create type treasury.open_item as (side text, line_id uuid, journal_id bigint, line_no integer, amount bigint, dated_on date, reason text, note text, explained_by bigint);
comment on type treasury.open_item is 'What stands on one side only on some day: amount in minor units, signed as on its own side; a null reason is not explained yet.';

create type treasury.day_figures as (requirement bigint, bank_balance bigint, stated boolean, opening_difference bigint, matched_count bigint,
  bank_count bigint, bank_sum bigint, books_count bigint, books_sum bigint, unexplained bigint, remainder bigint, fingerprint bytea);
comment on type treasury.day_figures is 'A day''s reconciliation in figures, minor units. The remainder is what no item accounts for: lines that are missing.';

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known
  check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation'));
