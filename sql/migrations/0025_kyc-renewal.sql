-- Up Migration
-- An approved identity check is renewed before its document ends, and stands meanwhile (spec 5.2).

alter table compliance.kyc
  add column renewal text constraint kyc_renewal_is_known check (renewal in ('submitted', 'in_review')),
  add column renewal_submitted_at timestamptz,
  add column renewal_reviewer_id bigint references identity.staff on delete restrict,
  add column renewal_review_at timestamptz,
  add constraint only_a_check_that_was_approved_is_renewed check (renewal is null or state in ('approved', 'expired')),
  add constraint a_kyc_renewal_says_since_when check ((renewal is null) = (renewal_submitted_at is null)),
  add constraint a_kyc_renewal_in_review_names_its_reviewer check (renewal is distinct from 'in_review' or (renewal_reviewer_id is not null and renewal_review_at is not null));
comment on column compliance.kyc.renewal is 'Where a document that was handed in to take the place of one that ends stands: submitted or in review. Null: there is none.';
comment on column compliance.kyc.reason is 'Why it, or the document that was to renew it, was rejected last; stays while the member corrects it, and goes with the next submission.';
create index kyc_by_renewal_reviewer on compliance.kyc (renewal_reviewer_id) where renewal_reviewer_id is not null;

alter table compliance.documents add column proposed boolean not null default false;
comment on column compliance.documents.proposed is 'Handed in to take the place of one of its kind, which stands until this one is approved.';
drop index compliance.one_document_of_a_kind_per_member;
create unique index one_document_of_a_kind_per_member on compliance.documents (member_id, kind) where removed_at is null and not proposed;
create unique index one_document_is_proposed_at_a_time on compliance.documents (member_id) where removed_at is null and proposed;
drop index compliance.a_document_number_is_one_members;
create unique index a_document_number_is_one_members on compliance.documents (kind, number_index) where removed_at is null and number_index is not null and not proposed;
create unique index a_proposed_number_is_one_members on compliance.documents (kind, number_index) where removed_at is null and number_index is not null and proposed;
