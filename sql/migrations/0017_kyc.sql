-- Up Migration
-- What the operator has to know about a member: address, documents, nominees; and how an account ends (spec 5.2).

alter table identity.members
  add column country text constraint member_country_is_a_code check (country ~ '^[A-Z]{2}$'),
  add column address text constraint member_address_is_bounded check (length(address) between 1 and 200),
  add column state text constraint member_state_is_bounded check (length(state) between 1 and 80),
  add column zip text constraint member_zip_is_bounded check (length(zip) between 1 and 12),
  add column city text constraint member_city_is_bounded check (length(city) between 1 and 80),
  add column closed_at timestamptz,
  add column anonymised_at timestamptz,
  add constraint only_a_closed_account_was_closed check (closed_at is null or status = 'closed'),
  add constraint only_a_closed_account_is_anonymised check (anonymised_at is null or closed_at is not null);
comment on column identity.members.country is 'ISO 3166-1 code of the country of residence.';
comment on column identity.members.state is 'State or province, as the person writes it.';
comment on column identity.members.zip is 'Postal code, as the person writes it.';
comment on column identity.members.closed_at is 'When the person closed the account, business time; personal data goes after the retention period.';
comment on column identity.members.anonymised_at is 'When personal data was taken out, business time. What moved in the books stays.';
create index members_closed on identity.members (closed_at) where closed_at is not null and anonymised_at is null;

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known
  check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc'));

create schema compliance;
comment on schema compliance is 'Who members are: identity checks with their documents, and who is named for the case of death.';

create table compliance.kyc (
  member_id bigint primary key references identity.members on delete restrict,
  id uuid not null default uuidv7() constraint kyc_ids_are_unique unique,
  reference text not null constraint kyc_references_are_unique unique,
  state text not null default 'draft' constraint kyc_state_is_known check (state in ('draft', 'submitted', 'in_review', 'approved', 'rejected', 'expired')),
  reason text constraint kyc_reason_is_bounded check (length(reason) <= 1000),
  reviewer_id bigint references identity.staff on delete restrict,
  opened_at timestamptz not null,
  submitted_at timestamptz,
  review_at timestamptz,
  decided_at timestamptz,
  expires_on date,
  constraint a_rejected_kyc_says_why check (state <> 'rejected' or (reason is not null and length(btrim(reason)) > 0)),
  constraint a_kyc_on_its_way_says_since_when check (state = 'draft' or submitted_at is not null),
  constraint a_kyc_in_review_names_its_reviewer check (state <> 'in_review' or (reviewer_id is not null and review_at is not null)),
  constraint a_decided_kyc_says_when check (state not in ('approved', 'rejected', 'expired') or decided_at is not null)
);
comment on table compliance.kyc is 'The identity check of each member who began one: draft, submitted, in review, approved, rejected or expired. What was decided before stands in the approval queue.';
comment on column compliance.kyc.reason is 'Why it was rejected last; stays while the member corrects it, and goes with the next submission.';
comment on column compliance.kyc.expires_on is 'Last day on which an approved check holds: the earliest end of its documents. Null: without end.';
create index kyc_by_reviewer on compliance.kyc (reviewer_id) where reviewer_id is not null;
create index kyc_by_expiry on compliance.kyc (expires_on) where state = 'approved' and expires_on is not null;
alter table compliance.kyc enable row level security;

create table compliance.documents (
  id uuid primary key,
  member_id bigint not null references identity.members on delete restrict,
  kind text not null constraint document_kind_is_known check (kind in ('pan', 'aadhaar', 'passport', 'bank')),
  number_sealed text constraint document_number_is_sealed check (number_sealed ~ '^p1\.[a-z0-9]{1,16}\.[A-Za-z0-9_-]{38,}$' and length(number_sealed) <= 400),
  number_last4 text not null constraint document_number_is_shown_as_its_last_four check (number_last4 ~ '^[0-9A-Z]{4}$'),
  number_index bytea constraint document_index_is_a_sha256_mac check (length(number_index) = 32),
  ifsc text constraint document_ifsc_is_well_formed check (ifsc ~ '^[A-Z]{4}0[A-Z0-9]{6}$'),
  expires_on date,
  file_name text not null constraint document_file_name_is_bounded check (length(file_name) between 1 and 200),
  mime text not null constraint document_is_pdf_png_or_jpeg check (mime in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null constraint document_is_at_most_ten_megabytes check (bytes between 1 and 10485760),
  sha256 bytea not null constraint document_hash_is_sha256 check (length(sha256) = 32),
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint an_aadhaar_is_never_kept_whole check ((kind = 'aadhaar') = (number_sealed is null) and (number_sealed is null) = (number_index is null)),
  constraint only_a_bank_document_has_an_ifsc check (ifsc is null or kind = 'bank'),
  constraint a_passport_says_when_it_ends check (kind <> 'passport' or expires_on is not null)
);
comment on table compliance.documents is 'Documents of identity checks. Numbers are sealed by the application, which alone has the keys; the bytes lie sealed in the file store under the id. Only an authorised route serves them.';
comment on column compliance.documents.number_sealed is 'AES-256-GCM with key id, bound to this table, column and row: opened nowhere else.';
comment on column compliance.documents.number_index is 'Keyed MAC of kind and number, so that one number is one member''s without anybody reading it.';
create unique index one_document_of_a_kind_per_member on compliance.documents (member_id, kind) where removed_at is null;
create unique index a_document_number_is_one_members on compliance.documents (kind, number_index) where removed_at is null and number_index is not null;
create index documents_by_member on compliance.documents (member_id, added_at desc);
alter table compliance.documents enable row level security;

create table compliance.nominees (
  id uuid primary key default uuidv7(),
  member_id bigint not null references identity.members on delete restrict,
  name text not null constraint nominee_name_is_one_to_a_hundred_and_twenty check (length(name) between 1 and 120),
  relation text not null constraint nominee_relation_is_known check (relation in ('spouse', 'child', 'parent', 'sibling', 'other')),
  born_on date not null,
  share integer not null constraint nominee_share_is_part_of_the_whole check (share between 1 and 10000),
  guardian text constraint nominee_guardian_is_one_to_a_hundred_and_twenty check (length(guardian) between 1 and 120),
  named_at timestamptz not null,
  removed_at timestamptz
);
comment on table compliance.nominees is 'Who receives what is left after a member''s death. The shares of those that stand are the whole, or there are none.';
comment on column compliance.nominees.share is 'Hundredths of a percent: 10000 is the whole.';
comment on column compliance.nominees.guardian is 'Who acts for a nominee who was under 18 when named.';
create index nominees_by_member on compliance.nominees (member_id, named_at);
alter table compliance.nominees enable row level security;
