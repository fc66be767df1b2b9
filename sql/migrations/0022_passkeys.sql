-- Up Migration
-- Passkeys: keys of phones, laptops and security keys that stand in for a step-up's code.

create table identity.passkeys (
  id uuid primary key default uuidv7(),
  actor_id bigint not null,
  credential_id bytea not null constraint passkeys_are_one_persons unique constraint passkey_credential_is_bounded check (length(credential_id) between 16 and 512),
  public_key bytea not null constraint passkey_public_key_is_bounded check (length(public_key) between 32 and 2000),
  counter bigint not null default 0 constraint passkey_counter_is_four_bytes check (counter between 0 and 4294967295),
  transports text[] not null default '{}' constraint passkey_transports_are_known check (transports <@ array['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']),
  name text not null constraint passkey_name_is_one_to_sixty check (length(name) between 1 and 60),
  added_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  removed_at timestamptz
);
comment on table identity.passkeys is 'Passkeys of members and staff. The application verifies signatures with the public key; the database decides which challenge one answers, and once.';
comment on column identity.passkeys.credential_id is 'What the browser calls it; removed ones keep theirs, so that none comes back under another name.';
comment on column identity.passkeys.public_key is 'COSE key, as it was registered.';
comment on column identity.passkeys.counter is 'Signatures made, as the passkey last said; it only rises. Many keep none and say zero each time.';
comment on column identity.passkeys.transports is 'How the browser may reach it.';
create index passkeys_by_actor on identity.passkeys (actor_id);
alter table identity.passkeys enable row level security;

alter table identity.challenges
  add column passkey_mac bytea constraint challenge_passkey_mac_is_sha256 check (length(passkey_mac) = 32),
  add column passkey_id uuid references identity.passkeys on delete restrict,
  add constraint only_an_offered_passkey_answers check (passkey_id is null or passkey_mac is not null),
  drop constraint challenge_purpose_is_known,
  add constraint challenge_purpose_is_known check (purpose in ('login', 'staff_login', 'withdrawal', 'destination', 'authenticator', 'authenticator_confirm', 'authenticator_removal', 'recovery_codes', 'email_change', 'email_confirm', 'passkey', 'passkey_confirm', 'passkey_removal'));
comment on column identity.challenges.passkey_mac is 'Keyed MAC of the words that a passkey is asked to sign instead of a code, bound to this challenge, browser and context.';
comment on column identity.challenges.passkey_id is 'The passkey whose signature of these words the application has verified.';
create index challenges_by_passkey on identity.challenges (passkey_id) where passkey_id is not null;
