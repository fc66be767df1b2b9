-- Up Migration
-- The mail about a new destination takes it back without signing in (spec 3.6).
alter table funding.destinations
  add column cancel_hash bytea constraint cancel_words_are_unique unique constraint cancel_hash_is_sha256 check (length(cancel_hash) = 32);
comment on column funding.destinations.cancel_hash is 'SHA-256 of the words in the mail about it, which cancel it while it cools.';
