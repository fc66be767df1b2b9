-- Up Migration
-- A claim after a member's death: reported by staff, who bar the account; paid to the nominees by their shares, two people each time (spec 5.2).

alter table identity.members drop constraint member_status_is_known;
alter table identity.members add constraint member_status_is_known check (status in ('active', 'suspended', 'claimed', 'closed'));
comment on column identity.members.status is 'Active; suspended: may read; claimed: reported dead, nobody comes in; closed.';

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known
  check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim'));

create table compliance.claims (
  id uuid primary key default uuidv7(),
  reference text not null constraint claim_references_are_unique unique,
  member_id bigint not null references identity.members on delete restrict,
  died_on date not null,
  reported_by text not null constraint claim_reporter_is_one_to_two_hundred check (length(reported_by) between 1 and 200),
  note text constraint claim_note_is_one_to_a_thousand check (length(note) between 1 and 1000),
  status_before text not null constraint claimed_account_was_open check (status_before in ('active', 'suspended')),
  state text not null default 'open' constraint claim_state_is_known check (state in ('open', 'paying', 'settled', 'rejected', 'cancelled')),
  reason text constraint claim_reason_is_bounded check (length(reason) <= 1000),
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint a_claim_that_ended_says_when check ((state in ('settled', 'rejected', 'cancelled')) = (ended_at is not null))
);
comment on table compliance.claims is 'Reports of a member''s death. Open: nothing was paid; paying: two people approved a payment, more may follow; settled; rejected or cancelled: the account is as it was.';
comment on column compliance.claims.status_before is 'What the account was, and is again when the claim is rejected or cancelled.';
comment on column compliance.claims.reported_by is 'Who told of the death, as staff wrote it down.';
create unique index one_claim_stands_per_member on compliance.claims (member_id) where state in ('open', 'paying');
create index claims_by_member on compliance.claims (member_id, opened_at desc);
alter table compliance.claims enable row level security;

create table compliance.claim_nominees (
  id uuid primary key default uuidv7(),
  claim_id uuid not null references compliance.claims on delete restrict,
  name text not null constraint claim_nominee_name_is_one_to_a_hundred_and_twenty check (length(name) between 1 and 120),
  relation text not null constraint claim_nominee_relation_is_known check (relation in ('spouse', 'child', 'parent', 'sibling', 'other')),
  born_on date not null,
  share integer not null constraint claim_share_is_part_of_the_whole check (share between 1 and 10000),
  guardian text constraint claim_guardian_is_one_to_a_hundred_and_twenty check (length(guardian) between 1 and 120)
);
comment on table compliance.claim_nominees is 'Who was named at the end of the day of death: who is paid, in the order of their ids.';
comment on column compliance.claim_nominees.share is 'Hundredths of a percent: 10000 is the whole.';
create index claim_nominees_by_claim on compliance.claim_nominees (claim_id, id);
alter table compliance.claim_nominees enable row level security;

create table compliance.claim_files (
  id uuid primary key,
  claim_id uuid not null references compliance.claims on delete restrict,
  name text not null constraint claim_file_name_is_bounded check (length(name) between 1 and 200),
  mime text not null constraint claim_file_is_pdf_png_or_jpeg check (mime in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null constraint claim_file_is_at_most_ten_megabytes check (bytes between 1 and 10485760),
  sha256 bytea not null constraint claim_file_hash_is_sha256 check (length(sha256) = 32),
  added_at timestamptz not null
);
comment on table compliance.claim_files is 'Documents of claims, such as the death certificate. The bytes lie sealed in the file store under the id; only an authorised route serves them.';
create index claim_files_by_claim on compliance.claim_files (claim_id, added_at);
alter table compliance.claim_files enable row level security;

alter table funding.destinations add column payee_id uuid;
comment on column funding.destinations.payee_id is 'Whose account it is where it is not the member''s own: a nominee of a claim.';
drop index funding.a_destination_stands_once_per_member;
create unique index a_destination_stands_once_per_member on funding.destinations (member_id, type, coalesce(address, account_number)) where removed_at is null and payee_id is null;
create unique index a_payee_has_one_account on funding.destinations (payee_id) where removed_at is null and payee_id is not null;

alter table funding.withdrawals add column request_id uuid references approval.requests on delete restrict;
comment on column funding.withdrawals.request_id is 'The request that decided it together with others: a payment to nominees. Null: its member asked, and its own request decides.';
create index withdrawals_by_request on funding.withdrawals (request_id) where request_id is not null;
