-- Up Migration
-- Journals that staff write or reverse by hand: always asked for, always agreed to by two people.

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'tax_deposit', 'staff_role', 'setting', 'suspension', 'manual_journal', 'journal_reversal'));
-- Journals of a day are looked for between the seals of that day.
create index seals_by_posted_until on ledger.seals (posted_until);
