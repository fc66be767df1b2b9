-- Up Migration
-- What the operator pays out of its own money, and who must agree.

create schema treasury;
comment on schema treasury is 'Treasuries, the queue of items awaiting funding, earmarks. Nobody is paid with another member''s money.';

create table treasury.queues (
  account_id bigint primary key references ledger.accounts on delete restrict,
  name text not null constraint treasury_name_is_known check (name in ('returns', 'commission', 'promo')),
  currency text not null references core.currencies on delete restrict,
  constraint one_queue_per_treasury_and_currency unique (name, currency)
);
comment on table treasury.queues is 'One row per treasury: its lock. Who is funded next is decided by whoever holds it.';
create index queues_by_currency on treasury.queues (currency);
alter table treasury.queues enable row level security;

create sequence treasury.source_order;
comment on sequence treasury.source_order is 'Creation order of what earns bonuses, commissions and rewards.';

create table treasury.items (
  id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() constraint item_public_ids_are_unique unique,
  queue_id bigint not null references treasury.queues on delete restrict,
  journal_kind ledger.journal_kind not null,
  credit_account_id bigint not null references ledger.accounts on delete restrict,
  amount bigint not null constraint item_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  value_on date not null,
  source_order bigint not null,
  k integer not null default 0,
  cause uuid,
  hold_reason text,
  state text not null default 'awaiting' constraint item_state_is_known check (state in ('awaiting', 'posted')),
  journal_id bigint,
  recorded_at timestamptz not null,
  constraint items_are_recorded_once unique (journal_kind, source_order, k),
  constraint a_posted_item_names_its_journal check ((state = 'posted') = (journal_id is not null))
);
comment on table treasury.items is 'Money earned and recorded, posted when its treasury can pay the whole item: first in, first out by (value date, creation order of the source, k).';
create index items_awaiting_in_order on treasury.items (queue_id, value_on, source_order, k, id) where state = 'awaiting';
create index items_by_cause on treasury.items (cause) where cause is not null;
create index items_by_credit_account on treasury.items (credit_account_id);
create index items_by_queue on treasury.items (queue_id);
alter table treasury.items enable row level security;

create schema approval;
comment on schema approval is 'One queue for everything that needs a person, one rule for all of it.';

create table approval.requests (
  id uuid primary key default uuidv7(),
  reference text not null constraint request_references_are_unique unique,
  kind text not null constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer')),
  subject_id uuid not null,
  subject_label text not null default '',
  amount bigint constraint request_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  currency text references core.currencies on delete restrict,
  maker_id bigint not null,
  maker_type text not null constraint request_maker_is_member_or_staff check (maker_type in ('member', 'staff')),
  beneficiary_id bigint references identity.members on delete restrict,
  payload jsonb not null,
  payload_hash bytea not null,
  needed smallint not null constraint request_needs_one_or_two check (needed in (1, 2)),
  state text not null default 'pending' constraint request_state_is_known check (state in ('pending', 'approved', 'rejected', 'cancelled', 'expired')),
  note text constraint request_note_is_bounded check (length(note) <= 1000),
  created_at timestamptz not null,
  expires_at timestamptz,
  decided_at timestamptz,
  executed_at timestamptz,
  constraint a_rejection_says_why check (state <> 'rejected' or length(trim(note)) > 0),
  constraint a_decided_request_says_when check ((state = 'pending') = (decided_at is null))
);
comment on table approval.requests is 'Everything that needs a person. The payload approved is the payload executed (hash).';
create unique index one_open_request_per_subject on approval.requests (kind, subject_id) where state = 'pending';
create index requests_by_state on approval.requests (state, created_at desc, id desc);
create index requests_by_kind on approval.requests (kind, state, created_at desc, id desc);
create index requests_by_subject on approval.requests (subject_id);
create index requests_by_maker on approval.requests (maker_id);
create index requests_by_beneficiary on approval.requests (beneficiary_id) where beneficiary_id is not null;
create index requests_by_currency on approval.requests (currency);
create index requests_open_by_expiry on approval.requests (expires_at) where state = 'pending' and expires_at is not null;
alter table approval.requests enable row level security;

create table approval.decisions (
  request_id uuid not null references approval.requests on delete restrict,
  staff_id bigint not null references identity.staff on delete restrict,
  decision text not null constraint decision_is_approve_or_reject check (decision in ('approve', 'reject')),
  note text,
  decided_at timestamptz not null,
  constraint one_person_decides_once primary key (request_id, staff_id)
);
comment on table approval.decisions is 'Who decided what. The same person never counts twice.';
create index decisions_by_staff on approval.decisions (staff_id, decided_at desc);
alter table approval.decisions enable row level security;
