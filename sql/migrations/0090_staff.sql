-- Up Migration
-- Staff are added, given another role, put out of work and linked to a member by requests that somebody else approves (spec 2.6, 7.1).

alter table approval.requests drop constraint request_kind_is_known;
alter table approval.requests add constraint request_kind_is_known check (kind in ('deposit', 'withdrawal', 'plan_activation', 'treasury_funding', 'treasury_return', 'bank_transfer', 'reconciliation', 'kyc', 'milestone', 'recovery', 'claim', 'booking_payment', 'booking_cancel', 'payout', 'compensation_activation', 'staff_role'));

alter table identity.staff add column signed_in_at timestamptz;
comment on column identity.staff.signed_in_at is 'When this person last took the second step of signing in, real time; null: never.';
