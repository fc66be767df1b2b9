-- Up Migration
-- A commission that was pre-funded is paid at once and has no item in the queue; what its earner owes comes out of it all the same (spec 4.3).

alter table treasury.recoveries alter column item_id drop not null;
comment on column treasury.recoveries.item_id is 'The credit that paid it back; null for a commission that was pre-funded: the journal''s cause is its source.';
