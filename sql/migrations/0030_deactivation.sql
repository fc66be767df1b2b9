-- Up Migration
-- A member deactivates the account and opens it again (spec 5.2).

alter table identity.members add column deactivated_at timestamptz;
comment on column identity.members.deactivated_at is 'When the member deactivated the account: it can be read, nothing can be changed until it is opened again. Apart from status, which is for staff to say.';

alter table identity.challenges
  drop constraint challenge_purpose_is_known,
  add constraint challenge_purpose_is_known check (purpose in ('login', 'staff_login', 'withdrawal', 'destination', 'authenticator', 'authenticator_confirm', 'authenticator_removal', 'recovery_codes', 'email_change', 'email_confirm', 'passkey', 'passkey_confirm', 'passkey_removal', 'reopening'));
