-- Up Migration
-- A member's photo (spec 5.2).

create table identity.photos (
  member_id bigint primary key references identity.members on delete restrict,
  id uuid not null constraint photo_ids_are_unique unique,
  bytes integer not null constraint photo_is_at_most_one_megabyte check (bytes between 1 and 1048576),
  sha256 bytea not null constraint photo_hash_is_sha256 check (length(sha256) = 32),
  added_at timestamptz not null
);
comment on table identity.photos is 'Photos of members: a square JPEG of at most 512 pixels, drawn anew by the application without what the camera wrote. The bytes lie in the file store under the id.';
alter table identity.photos enable row level security;
