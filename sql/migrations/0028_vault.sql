-- Up Migration
-- The operator's own documents: licences, certificates, policies, with validity, review and every version there was (spec 5.2).

create table compliance.papers (
  id uuid primary key default uuidv7(),
  kind text not null constraint paper_kind_is_known check (kind in ('licence', 'certificate', 'policy', 'report', 'other')),
  title text not null constraint paper_title_is_one_to_a_hundred_and_sixty check (length(title) between 1 and 160),
  issuer text not null constraint paper_issuer_is_one_to_a_hundred_and_sixty check (length(issuer) between 1 and 160),
  public boolean not null,
  review_on date,
  added_at timestamptz not null,
  retired_at timestamptz
);
comment on table compliance.papers is 'Documents of the operator: who issued what, whether everybody may see it, and when somebody looks at it again.';
comment on column compliance.papers.review_on is 'Day by which somebody looks at it again; officers are told before and after.';
alter table compliance.papers enable row level security;

create table compliance.paper_versions (
  id uuid primary key,
  paper_id uuid not null references compliance.papers on delete restrict,
  no integer not null constraint paper_version_counts_from_one check (no >= 1),
  valid_from date not null,
  valid_until date,
  name text not null constraint paper_file_name_is_bounded check (length(name) between 1 and 200),
  mime text not null constraint paper_file_is_pdf_png_or_jpeg check (mime in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null constraint paper_file_is_at_most_ten_megabytes check (bytes between 1 and 10485760),
  sha256 bytea not null constraint paper_file_hash_is_sha256 check (length(sha256) = 32),
  added_by bigint not null references identity.staff on delete restrict,
  added_at timestamptz not null,
  constraint paper_versions_are_numbered unique (paper_id, no),
  constraint a_paper_ends_after_it_begins check (valid_until >= valid_from)
);
comment on table compliance.paper_versions is 'The files of the operator''s documents, each with its validity. A new one replaces; all are kept. The bytes lie in the file store under the id.';
comment on column compliance.paper_versions.valid_until is 'Last day; null: without end.';
create index paper_versions_by_staff on compliance.paper_versions (added_by);
alter table compliance.paper_versions enable row level security;
