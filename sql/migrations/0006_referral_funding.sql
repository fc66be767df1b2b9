-- Up Migration
-- Who brought whom, and how money comes in and leaves.

create schema referral;
comment on schema referral is 'Referrals and the commission they earn. One level.';

create table referral.referrals (
  referred_id bigint primary key references identity.members on delete restrict,
  referrer_id bigint not null references identity.members on delete restrict,
  created_at timestamptz not null,
  constraint nobody_refers_themselves check (referred_id <> referrer_id)
);
comment on table referral.referrals is 'One row per referred member; fixed once it stands.';
create index referrals_by_referrer on referral.referrals (referrer_id, created_at desc);
alter table referral.referrals enable row level security;

create table referral.commissions (
  id bigint generated always as identity primary key,
  referrer_id bigint not null references identity.members on delete restrict,
  referred_id bigint not null references identity.members on delete restrict,
  source_kind text not null constraint commission_source_is_known check (source_kind in ('investment', 'ev_payment')),
  source_id uuid not null,
  source_reference text not null,
  currency text not null references core.currencies on delete restrict,
  base bigint not null constraint commission_base_is_positive check (base > 0),
  rate numeric not null constraint commission_rate_is_a_percentage check (rate >= 0 and rate <= 100),
  amount bigint not null constraint commission_amount_is_positive check (amount > 0),
  item_id bigint references treasury.items on delete restrict,
  journal_id bigint,
  earned_at timestamptz not null,
  constraint one_commission_per_source unique (source_kind, source_id),
  constraint a_commission_is_an_item_or_a_journal check ((item_id is null) <> (journal_id is null))
);
comment on table referral.commissions is 'Level-1 commission with its inputs: base and rate in percent; amount = round(base * rate / 100).';
create index commissions_by_referrer on referral.commissions (referrer_id, id desc);
create index commissions_by_referred on referral.commissions (referred_id);
create index commissions_by_item on referral.commissions (item_id);
create index commissions_by_currency on referral.commissions (currency);
alter table referral.commissions enable row level security;

create schema funding;
comment on schema funding is 'Methods, deposits, destinations, withdrawals: how money comes in and leaves.';

create table funding.methods (
  id uuid primary key default uuidv7(),
  name text not null constraint method_name_is_one_to_eighty check (length(name) between 1 and 80),
  type text not null constraint method_type_is_known check (type in ('BANK', 'BTC', 'ETH', 'USDT_TRC20', 'USDT_ERC20', 'DOGE', 'LTC')),
  currency text not null references core.currencies on delete restrict,
  address text constraint method_address_is_bounded check (length(address) <= 128),
  instructions text not null constraint method_instructions_are_bounded check (length(instructions) <= 2000),
  details jsonb not null default '{}',
  minimum bigint constraint method_minimum_is_positive check (minimum > 0),
  active boolean not null default true,
  account_id bigint not null constraint each_method_has_its_own_account unique references ledger.accounts on delete restrict,
  created_at timestamptz not null,
  constraint a_bank_has_no_address_and_a_chain_has_one check ((type = 'BANK') = (address is null))
);
comment on table funding.methods is 'Ways to pay in and out. The ledger account holds the cash that members'' money is made of.';
create unique index method_names_are_unique on funding.methods (lower(name), currency);
create index methods_by_currency on funding.methods (currency);
alter table funding.methods enable row level security;

create table funding.files (
  id uuid primary key,
  owner_id bigint not null references identity.members on delete restrict,
  name text not null constraint file_name_is_bounded check (length(name) between 1 and 200),
  mime text not null constraint file_is_pdf_png_or_jpeg check (mime in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null constraint file_is_at_most_ten_megabytes check (bytes between 1 and 10485760),
  sha256 bytea not null constraint file_hash_is_sha256 check (length(sha256) = 32),
  uploaded_at timestamptz not null
);
comment on table funding.files is 'Proofs of payment. The bytes lie in the file store under the id; only an authorised route serves them.';
create index files_by_owner on funding.files (owner_id);
alter table funding.files enable row level security;

create table funding.deposits (
  id uuid primary key default uuidv7(),
  reference text not null constraint deposit_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  method_id uuid not null references funding.methods on delete restrict,
  currency text not null references core.currencies on delete restrict,
  amount bigint not null constraint deposit_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  received bigint constraint deposit_received_is_positive check (received > 0 and received <= 9000000000000000),
  transaction_reference text not null constraint deposit_transaction_reference_is_bounded check (length(transaction_reference) between 1 and 120),
  file_id uuid references funding.files on delete restrict,
  state text not null default 'pending' constraint deposit_state_is_known check (state in ('pending', 'approved', 'rejected', 'cancelled')),
  reason text,
  journal_id bigint,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  constraint an_approved_deposit_names_its_journal check ((state = 'approved') = (journal_id is not null and received is not null))
);
comment on table funding.deposits is 'Money a member says was paid in; credited when staff have seen it arrive.';
-- A refused or withdrawn claim frees the reference: the person may have mistyped the method or the amount.
create unique index transaction_references_are_used_once_per_method on funding.deposits (method_id, lower(transaction_reference)) where state in ('pending', 'approved');
create index deposits_by_member on funding.deposits (member_id, submitted_at desc, id desc);
create index deposits_by_method on funding.deposits (method_id);
create index deposits_by_file on funding.deposits (file_id);
create index deposits_by_currency on funding.deposits (currency);
alter table funding.deposits enable row level security;

create table funding.destinations (
  id uuid primary key default uuidv7(),
  member_id bigint not null references identity.members on delete restrict,
  type text not null constraint destination_type_is_known check (type in ('BANK', 'BTC', 'ETH', 'USDT_TRC20', 'USDT_ERC20', 'DOGE', 'LTC')),
  label text not null constraint destination_label_is_one_to_sixty check (length(label) between 1 and 60),
  address text constraint destination_address_is_bounded check (length(address) between 20 and 128),
  account_name text constraint destination_account_name_is_bounded check (length(account_name) between 1 and 120),
  account_number text constraint destination_account_number_is_bounded check (account_number ~ '^[0-9A-Z]{5,34}$'),
  ifsc text constraint destination_ifsc_is_well_formed check (ifsc ~ '^[A-Z]{4}0[A-Z0-9]{6}$'),
  created_at timestamptz not null,
  usable_at timestamptz not null,
  removed_at timestamptz,
  constraint a_destination_is_a_bank_account_or_an_address check (
    case type when 'BANK' then address is null and account_name is not null and account_number is not null
    else address is not null and account_number is null and ifsc is null end)
);
comment on table funding.destinations is 'Where a member''s money may go. A new one cools before it can be used.';
create index destinations_by_member on funding.destinations (member_id, created_at desc);
create unique index a_destination_stands_once_per_member on funding.destinations (member_id, type, coalesce(address, account_number)) where removed_at is null;
alter table funding.destinations enable row level security;

create table funding.withdrawals (
  id uuid primary key default uuidv7(),
  reference text not null constraint withdrawal_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  account_id bigint not null references ledger.accounts on delete restrict,
  currency text not null references core.currencies on delete restrict,
  amount bigint not null constraint withdrawal_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  fee bigint not null constraint withdrawal_fee_is_not_negative check (fee >= 0),
  destination_id uuid not null references funding.destinations on delete restrict,
  hold_id uuid not null constraint one_withdrawal_per_hold unique references ledger.holds on delete restrict,
  state text not null default 'pending' constraint withdrawal_state_is_known check (state in ('pending', 'approved', 'rejected', 'cancelled', 'sent', 'confirmed', 'returned')),
  reason text,
  journal_id bigint,
  method_id uuid references funding.methods on delete restrict,
  transaction_reference text constraint withdrawal_transaction_reference_is_bounded check (length(transaction_reference) between 1 and 120),
  requested_at timestamptz not null,
  decided_at timestamptz,
  sent_at timestamptz,
  closed_at timestamptz,
  constraint a_sent_withdrawal_names_its_transfer check (state not in ('sent', 'confirmed', 'returned') or (method_id is not null and transaction_reference is not null and sent_at is not null))
);
comment on table funding.withdrawals is 'Money on its way out. The wallet that was held is the wallet that is debited.';
create index withdrawals_by_member on funding.withdrawals (member_id, requested_at desc, id desc);
create index withdrawals_by_state on funding.withdrawals (state, requested_at desc, id desc);
create index withdrawals_by_account on funding.withdrawals (account_id);
create index withdrawals_by_destination on funding.withdrawals (destination_id);
create index withdrawals_by_method on funding.withdrawals (method_id) where method_id is not null;
create index withdrawals_by_currency on funding.withdrawals (currency);
create unique index outgoing_transfers_are_recorded_once on funding.withdrawals (method_id, lower(transaction_reference)) where transaction_reference is not null;
alter table funding.withdrawals enable row level security;
