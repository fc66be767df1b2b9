-- Up Migration
-- What leaves in a day, all members together, may have an upper bound (spec 3.6): this is how the sum is found.
create index withdrawals_by_decision on funding.withdrawals (currency, decided_at) where state in ('approved', 'sent', 'confirmed');
