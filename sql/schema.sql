-- What the migrated database is made of. Printed by npm run schema; not run by anything.

-- table core.clock  (row security)
  singleton boolean not null default true
  shift interval not null default '00:00:00'::interval
  frozen_at timestamp with time zone
  sandbox boolean not null default false
  constraint clock_never_goes_back CHECK ((shift >= '00:00:00'::interval))
  constraint clock_pkey PRIMARY KEY (singleton)
  constraint only_a_sandbox_clock_moves CHECK ((sandbox OR ((shift = '00:00:00'::interval) AND (frozen_at IS NULL))))
  constraint there_is_one_clock CHECK (singleton)
  CREATE UNIQUE INDEX clock_pkey ON core.clock USING btree (singleton)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_reader
-- table core.currencies  (row security)
  code text not null
  exponent smallint not null
  name text not null
  constraint currencies_pkey PRIMARY KEY (code)
  constraint currency_code_is_three_to_five_capitals CHECK ((code ~ '^[A-Z]{3,5}$'::text))
  constraint currency_exponent_is_zero_to_eight CHECK (((exponent >= 0) AND (exponent <= 8)))
  CREATE UNIQUE INDEX currencies_pkey ON core.currencies USING btree (code)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_reader
-- table core.migration_hashes  (row security)
  name text not null
  hash text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_hashes_pkey PRIMARY KEY (name)
  CREATE UNIQUE INDEX migration_hashes_pkey ON core.migration_hashes USING btree (name)
-- table core.migrations  (row security)
  id integer not null default nextval('core.migrations_id_seq'::regclass)
  name character varying(255) not null
  run_on timestamp without time zone not null
  constraint migrations_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX migrations_pkey ON core.migrations USING btree (id)
-- table core.object_files  (row security)
  path text not null
  hash text not null
  applied_at timestamp with time zone not null default now()
  constraint object_files_pkey PRIMARY KEY (path)
  CREATE UNIQUE INDEX object_files_pkey ON core.object_files USING btree (path)
-- table core.problem_codes  (row security)
  code text not null
  sqlstate text not null
  status smallint not null
  meaning text not null
  action text not null
  constraint problem_codes_pkey PRIMARY KEY (code)
  constraint problem_sqlstate_is_of_class_cf CHECK ((sqlstate ~ '^CF[0-9A-Z]{3}$'::text))
  constraint problem_sqlstates_are_unique UNIQUE (sqlstate)
  constraint problem_status_is_an_http_error CHECK (((status >= 400) AND (status <= 599)))
  CREATE UNIQUE INDEX problem_codes_pkey ON core.problem_codes USING btree (code)
  CREATE UNIQUE INDEX problem_sqlstates_are_unique ON core.problem_codes USING btree (sqlstate)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_reader
-- table core.setting_versions  (row security)
  key text not null
  no integer not null
  before text not null
  value text not null
  changed_by bigint not null
  changed_at timestamp with time zone not null
  reason text not null
  request_id uuid
  constraint a_setting_has_each_version_once PRIMARY KEY (key, no)
  constraint a_setting_version_changes_something CHECK ((value <> before))
  constraint setting_reason_is_bounded CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
  constraint setting_version_is_positive CHECK ((no > 0))
  constraint setting_versions_key_fkey FOREIGN KEY (key) REFERENCES core.settings(key) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_setting_has_each_version_once ON core.setting_versions USING btree (key, no)
  CREATE TRIGGER setting_versions_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.setting_versions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy staff_only for SELECT to coffer_reader using (COALESCE(current_setting('coffer.audience'::text, true), ''::text) = 'staff'::text)
  grant SELECT to coffer_reader
-- table core.settings  (row security)
  key text not null
  value text not null
  kind text not null
  touches_money boolean not null default false
  description text not null
  "least" bigint
  most bigint
  choices text[]
  shape text
  constraint setting_bounds_are_of_figures CHECK (((("least" IS NULL) AND (most IS NULL)) OR ((kind = ANY (ARRAY['integer'::text, 'decimal'::text])) AND ("least" <= most))))
  constraint setting_kind_is_known CHECK ((kind = ANY (ARRAY['text'::text, 'integer'::text, 'decimal'::text, 'boolean'::text, 'currency'::text, 'timezone'::text])))
  constraint setting_value_fits_its_kind CHECK (
CASE kind
    WHEN 'integer'::text THEN (value ~ '^[0-9]{1,9}$'::text)
    WHEN 'decimal'::text THEN (value ~ '^[0-9]{1,12}(\.[0-9]{1,8})?$'::text)
    WHEN 'boolean'::text THEN (value = ANY (ARRAY['true'::text, 'false'::text]))
    WHEN 'currency'::text THEN (value ~ '^[A-Z]{3,5}$'::text)
    ELSE (length(value) <= 2000)
END)
  constraint setting_value_has_its_shape CHECK (((shape IS NULL) OR (value ~ shape)))
  constraint setting_value_is_one_of_its_choices CHECK (((choices IS NULL) OR (value = ANY (choices))))
  constraint setting_value_is_within_its_bounds CHECK (
CASE
    WHEN (kind = ANY (ARRAY['integer'::text, 'decimal'::text])) THEN (((value)::numeric >= (COALESCE("least", (0)::bigint))::numeric) AND ((value)::numeric <= (COALESCE(most, '999999999999'::bigint))::numeric))
    ELSE true
END)
  constraint settings_pkey PRIMARY KEY (key)
  CREATE UNIQUE INDEX settings_pkey ON core.settings USING btree (key)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_reader
-- function core.business_date(p_at timestamp with time zone, p_timezone text) returns date: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.business_now() returns timestamp with time zone: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.change_setting(p_key text, p_before text, p_value text, p_by bigint, p_reason text, p_request uuid, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.check_file(p_file uuid, p_mime text, p_bytes integer, p_sha256 text) returns void: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.check_setting(p_setting core.settings, p_value text) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.clean_text(p_text text, p_field text, p_most integer) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.decimal_exact(p_minor numeric, p_currency text) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.decimal_text(p_minor numeric, p_exponent integer) returns text: immutable, owner coffer_owner, executed by coffer_reader
-- function core.exponent(p_currency text) returns smallint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.file_name(p_name text) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.fingerprint(p_body jsonb) returns uuid: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.format_amount(p_minor numeric, p_currency text) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.page_size(p_limit integer) returns integer: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.parse_amount(p_text text, p_currency text, p_field text DEFAULT 'amount'::text, p_zero boolean DEFAULT false) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.parse_signed_amount(p_text text, p_currency text, p_field text DEFAULT 'amount'::text) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.random_code(p_length integer) returns text: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.read_amount(p_text text, p_currency text, p_zero boolean DEFAULT false) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.read_day(p_text text) returns date: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.refuse(p_code text, p_field text DEFAULT NULL::text, p_params jsonb DEFAULT '{}'::jsonb) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.refuse_change() returns trigger: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.setting(p_key text) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.setting_amount(p_key text, p_currency text) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.setting_row(p_key text) returns core.settings: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function core.timezone_known(p_name text) returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- table identity.authenticators  (row security)
  id uuid not null
  actor_id bigint not null
  session_id uuid not null
  sealed text not null
  witness_hash bytea not null
  last_step bigint not null default 0
  failures smallint not null default 0
  failing_since timestamp with time zone not null default clock_timestamp()
  begun_at timestamp with time zone not null default clock_timestamp()
  confirmed_at timestamp with time zone
  removed_at timestamp with time zone
  constraint authenticator_has_five_failures CHECK (((failures >= 0) AND (failures <= 5)))
  constraint authenticator_seal_is_bounded CHECK (((length(sealed) >= 60) AND (length(sealed) <= 400)))
  constraint authenticator_step_is_not_negative CHECK ((last_step >= 0))
  constraint authenticator_witness_hash_is_sha256 CHECK ((length(witness_hash) = 32))
  constraint authenticators_pkey PRIMARY KEY (id)
  CREATE INDEX authenticators_by_actor ON identity.authenticators USING btree (actor_id)
  CREATE UNIQUE INDEX authenticators_pkey ON identity.authenticators USING btree (id)
  CREATE UNIQUE INDEX one_authenticator_is_begun_per_session ON identity.authenticators USING btree (session_id) WHERE ((confirmed_at IS NULL) AND (removed_at IS NULL))
  CREATE UNIQUE INDEX one_authenticator_is_in_use_per_person ON identity.authenticators USING btree (actor_id) WHERE ((confirmed_at IS NOT NULL) AND (removed_at IS NULL))
-- table identity.challenges  (row security)
  id uuid not null
  email text not null
  purpose text not null
  context text not null default ''::text
  code_mac bytea
  browser_hash bytea not null
  session_id uuid
  referral text
  attempts smallint not null default 0
  created_at timestamp with time zone not null default clock_timestamp()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  invalidated_at timestamp with time zone
  authenticator_id uuid
  first_step bigint
  window_macs bytea
  passkey_mac bytea
  passkey_id uuid
  constraint challenge_context_is_bounded CHECK ((length(context) <= 600))
  constraint challenge_has_five_attempts CHECK (((attempts >= 0) AND (attempts <= 5)))
  constraint challenge_is_mailed_or_from_an_authenticator CHECK (
CASE
    WHEN (authenticator_id IS NULL) THEN ((code_mac IS NOT NULL) AND (first_step IS NULL) AND (window_macs IS NULL))
    ELSE ((code_mac IS NULL) AND (first_step IS NOT NULL) AND (window_macs IS NOT NULL) AND (length(window_macs) = 800))
END)
  constraint challenge_lives_ten_minutes CHECK ((expires_at <= (created_at + '00:10:00'::interval)))
  constraint challenge_mac_is_sha256 CHECK ((length(code_mac) = 32))
  constraint challenge_passkey_mac_is_sha256 CHECK ((length(passkey_mac) = 32))
  constraint challenge_purpose_is_known CHECK ((purpose = ANY (ARRAY['login'::text, 'staff_login'::text, 'withdrawal'::text, 'destination'::text, 'authenticator'::text, 'authenticator_confirm'::text, 'authenticator_removal'::text, 'recovery_codes'::text, 'email_change'::text, 'email_confirm'::text, 'passkey'::text, 'passkey_confirm'::text, 'passkey_removal'::text, 'reopening'::text])))
  constraint challenges_authenticator_id_fkey FOREIGN KEY (authenticator_id) REFERENCES identity.authenticators(id) ON DELETE RESTRICT
  constraint challenges_passkey_id_fkey FOREIGN KEY (passkey_id) REFERENCES identity.passkeys(id) ON DELETE RESTRICT
  constraint challenges_pkey PRIMARY KEY (id)
  constraint only_an_offered_passkey_answers CHECK (((passkey_id IS NULL) OR (passkey_mac IS NOT NULL)))
  CREATE INDEX challenges_by_authenticator ON identity.challenges USING btree (authenticator_id) WHERE (authenticator_id IS NOT NULL)
  CREATE INDEX challenges_by_expiry ON identity.challenges USING btree (expires_at)
  CREATE INDEX challenges_by_passkey ON identity.challenges USING btree (passkey_id) WHERE (passkey_id IS NOT NULL)
  CREATE UNIQUE INDEX challenges_pkey ON identity.challenges USING btree (id)
  CREATE UNIQUE INDEX one_live_challenge_per_email_purpose_and_browser ON identity.challenges USING btree (email, purpose, browser_hash) WHERE ((used_at IS NULL) AND (invalidated_at IS NULL))
-- table identity.devices  (row security)
  actor_id bigint not null
  browser_hash bytea not null
  first_seen_at timestamp with time zone not null default clock_timestamp()
  seen_at timestamp with time zone not null default clock_timestamp()
  constraint device_browser_hash_is_sha256 CHECK ((length(browser_hash) = 32))
  constraint devices_pkey PRIMARY KEY (actor_id, browser_hash)
  CREATE UNIQUE INDEX devices_pkey ON identity.devices USING btree (actor_id, browser_hash)
-- table identity.email_changes  (row security)
  id uuid not null default uuidv7()
  member_id bigint not null
  old_email text not null
  new_email text not null
  undo_hash bytea not null
  changed_at timestamp with time zone not null default clock_timestamp()
  undo_until timestamp with time zone not null
  undone_at timestamp with time zone
  constraint an_email_changes_to_another CHECK ((old_email <> new_email))
  constraint another_email_is_normal CHECK (((new_email = lower(new_email)) AND ((length(new_email) >= 3) AND (length(new_email) <= 254))))
  constraint changed_email_is_normal CHECK (((old_email = lower(old_email)) AND ((length(old_email) >= 3) AND (length(old_email) <= 254))))
  constraint email_changes_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint email_changes_pkey PRIMARY KEY (id)
  constraint undo_hash_is_sha256 CHECK ((length(undo_hash) = 32))
  constraint undo_words_are_unique UNIQUE (undo_hash)
  CREATE INDEX email_changes_by_member ON identity.email_changes USING btree (member_id, changed_at DESC)
  CREATE INDEX email_changes_by_old_email ON identity.email_changes USING btree (old_email)
  CREATE UNIQUE INDEX email_changes_pkey ON identity.email_changes USING btree (id)
  CREATE UNIQUE INDEX undo_words_are_unique ON identity.email_changes USING btree (undo_hash)
-- table identity.errands  (row security)
  token_hash bytea not null
  member_id bigint not null
  began_in xid8 not null
  constraint errand_token_is_hashed CHECK ((length(token_hash) = 32))
  constraint errands_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE CASCADE
  constraint errands_pkey PRIMARY KEY (token_hash)
  CREATE INDEX errands_by_member ON identity.errands USING btree (member_id)
  CREATE UNIQUE INDEX errands_pkey ON identity.errands USING btree (token_hash)
-- table identity.members  (row security)
  id bigint not null default nextval('identity.actor_ids'::regclass)
  public_id uuid not null default uuidv7()
  email text not null
  first_name text not null
  last_name text not null
  mobile text
  username text
  referral_code text not null
  status text not null default 'active'::text
  language text not null default 'en'::text
  timezone text not null default 'UTC'::text
  terms_version text not null
  terms_accepted_at timestamp with time zone not null
  kyc_approved_at timestamp with time zone
  joined_at timestamp with time zone not null
  withdrawals_from timestamp with time zone
  country text
  address text
  state text
  zip text
  city text
  closed_at timestamp with time zone
  anonymised_at timestamp with time zone
  deactivated_at timestamp with time zone
  origin text
  constraint member_address_is_bounded CHECK (((length(address) >= 1) AND (length(address) <= 200)))
  constraint member_city_is_bounded CHECK (((length(city) >= 1) AND (length(city) <= 80)))
  constraint member_country_is_a_code CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint member_email_is_normal CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254))))
  constraint member_emails_are_unique UNIQUE (email)
  constraint member_first_name_is_one_to_eighty CHECK (((length(first_name) >= 1) AND (length(first_name) <= 80)))
  constraint member_language_is_known CHECK ((language = ANY (ARRAY['en'::text, 'es'::text, 'hi'::text])))
  constraint member_last_name_is_at_most_eighty CHECK ((length(last_name) <= 80))
  constraint member_mobile_is_e164 CHECK ((mobile ~ '^\+[1-9][0-9]{6,14}$'::text))
  constraint member_mobiles_are_unique UNIQUE (mobile)
  constraint member_origin_is_a_reference CHECK ((origin ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$'::text))
  constraint member_origins_are_unique UNIQUE (origin)
  constraint member_public_ids_are_unique UNIQUE (public_id)
  constraint member_referral_code_has_no_look_alikes CHECK ((referral_code ~ '^[2-9A-HJKMNP-TV-Z]{8}$'::text))
  constraint member_referral_codes_are_unique UNIQUE (referral_code)
  constraint member_state_is_bounded CHECK (((length(state) >= 1) AND (length(state) <= 80)))
  constraint member_status_is_known CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'claimed'::text, 'closed'::text])))
  constraint member_username_is_three_to_fifteen CHECK ((username ~ '^[a-z][a-z0-9_]{2,14}$'::text))
  constraint member_usernames_are_unique UNIQUE (username)
  constraint member_zip_is_bounded CHECK (((length(zip) >= 1) AND (length(zip) <= 12)))
  constraint members_pkey PRIMARY KEY (id)
  constraint only_a_closed_account_is_anonymised CHECK (((anonymised_at IS NULL) OR (closed_at IS NOT NULL)))
  constraint only_a_closed_account_was_closed CHECK (((closed_at IS NULL) OR (status = 'closed'::text)))
  CREATE UNIQUE INDEX member_emails_are_unique ON identity.members USING btree (email)
  CREATE UNIQUE INDEX member_mobiles_are_unique ON identity.members USING btree (mobile)
  CREATE UNIQUE INDEX member_origins_are_unique ON identity.members USING btree (origin)
  CREATE UNIQUE INDEX member_public_ids_are_unique ON identity.members USING btree (public_id)
  CREATE UNIQUE INDEX member_referral_codes_are_unique ON identity.members USING btree (referral_code)
  CREATE UNIQUE INDEX member_usernames_are_unique ON identity.members USING btree (username)
  CREATE INDEX members_by_joined ON identity.members USING btree (joined_at DESC, id DESC)
  CREATE INDEX members_by_shown_name ON identity.members USING btree (lower(COALESCE(username, first_name)) text_pattern_ops, id)
  CREATE INDEX members_by_what_they_are_called ON identity.members USING gin (email gin_trgm_ops, (((first_name || ' '::text) || last_name)) gin_trgm_ops, mobile gin_trgm_ops)
  CREATE INDEX members_closed ON identity.members USING btree (closed_at) WHERE ((closed_at IS NOT NULL) AND (anonymised_at IS NULL))
  CREATE UNIQUE INDEX members_pkey ON identity.members USING btree (id)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table identity.notes  (row security)
  id uuid not null default uuidv7()
  member_id bigint not null
  author_id bigint not null
  body text not null
  written_at timestamp with time zone not null
  constraint note_is_at_most_four_thousand CHECK ((length(body) <= 4000))
  constraint notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint notes_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint notes_pkey PRIMARY KEY (id)
  CREATE INDEX notes_by_author ON identity.notes USING btree (author_id)
  CREATE INDEX notes_by_member ON identity.notes USING btree (member_id, written_at DESC)
  CREATE UNIQUE INDEX notes_pkey ON identity.notes USING btree (id)
  CREATE TRIGGER notes_are_kept BEFORE DELETE OR UPDATE ON identity.notes FOR EACH ROW EXECUTE FUNCTION identity.keep_note()  (always)
  CREATE TRIGGER notes_are_never_truncated BEFORE TRUNCATE ON identity.notes FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table identity.passkeys  (row security)
  id uuid not null default uuidv7()
  actor_id bigint not null
  credential_id bytea not null
  public_key bytea not null
  counter bigint not null default 0
  transports text[] not null default '{}'::text[]
  name text not null
  added_at timestamp with time zone not null default clock_timestamp()
  used_at timestamp with time zone
  removed_at timestamp with time zone
  constraint passkey_counter_is_four_bytes CHECK (((counter >= 0) AND (counter <= '4294967295'::bigint)))
  constraint passkey_credential_is_bounded CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 512)))
  constraint passkey_name_is_one_to_sixty CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint passkey_public_key_is_bounded CHECK (((length(public_key) >= 32) AND (length(public_key) <= 2000)))
  constraint passkey_transports_are_known CHECK ((transports <@ ARRAY['ble'::text, 'cable'::text, 'hybrid'::text, 'internal'::text, 'nfc'::text, 'smart-card'::text, 'usb'::text]))
  constraint passkeys_are_one_persons UNIQUE (credential_id)
  constraint passkeys_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX passkeys_are_one_persons ON identity.passkeys USING btree (credential_id)
  CREATE INDEX passkeys_by_actor ON identity.passkeys USING btree (actor_id)
  CREATE UNIQUE INDEX passkeys_pkey ON identity.passkeys USING btree (id)
-- table identity.photos  (row security)
  member_id bigint not null
  id uuid not null
  bytes integer not null
  sha256 bytea not null
  added_at timestamp with time zone not null
  constraint photo_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint photo_ids_are_unique UNIQUE (id)
  constraint photo_is_at_most_one_megabyte CHECK (((bytes >= 1) AND (bytes <= 1048576)))
  constraint photos_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint photos_pkey PRIMARY KEY (member_id)
  CREATE UNIQUE INDEX photo_ids_are_unique ON identity.photos USING btree (id)
  CREATE UNIQUE INDEX photos_pkey ON identity.photos USING btree (member_id)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table identity.rate_counters  (row security)
  bucket text not null
  subject bytea not null
  started_at timestamp with time zone not null
  used integer not null
  constraint rate_counters_pkey PRIMARY KEY (bucket, subject)
  CREATE UNIQUE INDEX rate_counters_pkey ON identity.rate_counters USING btree (bucket, subject)
-- table identity.recoveries  (row security)
  id uuid not null default uuidv7()
  reference text not null
  member_id bigint not null
  old_email text not null
  new_email text not null
  drop_authenticator boolean not null
  note text not null
  words_hash bytea not null
  undo_hash bytea not null
  sealed_undo text not null
  asked_at timestamp with time zone not null default clock_timestamp()
  proven_at timestamp with time zone
  constraint a_recovery_changes_something CHECK ((drop_authenticator OR (old_email <> new_email)))
  constraint lost_email_is_normal CHECK (((old_email = lower(old_email)) AND ((length(old_email) >= 3) AND (length(old_email) <= 254))))
  constraint proof_hash_is_sha256 CHECK ((length(words_hash) = 32))
  constraint proof_words_are_unique UNIQUE (words_hash)
  constraint proven_email_is_normal CHECK (((new_email = lower(new_email)) AND ((length(new_email) >= 3) AND (length(new_email) <= 254))))
  constraint recoveries_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint recoveries_pkey PRIMARY KEY (id)
  constraint recovery_note_is_one_to_a_thousand CHECK (((length(btrim(note)) >= 1) AND (length(btrim(note)) <= 1000)))
  constraint recovery_references_are_unique UNIQUE (reference)
  constraint stop_hash_is_sha256 CHECK ((length(undo_hash) = 32))
  constraint stop_words_are_sealed CHECK (((length(sealed_undo) >= 1) AND (length(sealed_undo) <= 1000)))
  constraint stop_words_are_unique UNIQUE (undo_hash)
  CREATE UNIQUE INDEX proof_words_are_unique ON identity.recoveries USING btree (words_hash)
  CREATE INDEX recoveries_by_member ON identity.recoveries USING btree (member_id)
  CREATE UNIQUE INDEX recoveries_pkey ON identity.recoveries USING btree (id)
  CREATE UNIQUE INDEX recovery_references_are_unique ON identity.recoveries USING btree (reference)
  CREATE UNIQUE INDEX stop_words_are_unique ON identity.recoveries USING btree (undo_hash)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
-- table identity.recovery_codes  (row security)
  authenticator_id uuid not null
  code_mac bytea not null
  made_at timestamp with time zone not null default clock_timestamp()
  used_at timestamp with time zone
  constraint recovery_code_mac_is_sha256 CHECK ((length(code_mac) = 32))
  constraint recovery_codes_authenticator_id_fkey FOREIGN KEY (authenticator_id) REFERENCES identity.authenticators(id) ON DELETE RESTRICT
  constraint recovery_codes_pkey PRIMARY KEY (authenticator_id, code_mac)
  CREATE UNIQUE INDEX recovery_codes_pkey ON identity.recovery_codes USING btree (authenticator_id, code_mac)
-- table identity.role_permissions  (row security)
  role text not null
  permission text not null
  constraint permission_role_is_known CHECK ((role = ANY (ARRAY['support'::text, 'operations'::text, 'finance'::text, 'auditor'::text, 'admin'::text])))
  constraint role_permissions_pkey PRIMARY KEY (role, permission)
  CREATE UNIQUE INDEX role_permissions_pkey ON identity.role_permissions USING btree (role, permission)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table identity.sessions  (row security)
  id uuid not null default uuidv7()
  token_hash bytea not null
  audience text not null
  actor_id bigint
  email text
  referral text
  assurance smallint not null default 1
  ip text not null default ''::text
  user_agent text not null default ''::text
  created_at timestamp with time zone not null default clock_timestamp()
  seen_at timestamp with time zone not null default clock_timestamp()
  expires_at timestamp with time zone not null
  idle_limit interval not null
  revoked_at timestamp with time zone
  browser_hash bytea
  viewer_id bigint
  view_reason text
  constraint a_view_is_of_a_member CHECK (((viewer_id IS NULL) OR (audience = 'member'::text)))
  constraint a_view_lasts_a_quarter_of_an_hour CHECK (((viewer_id IS NULL) OR (expires_at <= (created_at + '00:15:00'::interval))))
  constraint a_view_says_why CHECK ((((viewer_id IS NULL) = (view_reason IS NULL)) AND ((view_reason IS NULL) OR ((length(btrim(view_reason)) >= 1) AND (length(btrim(view_reason)) <= 1000)))))
  constraint session_assurance_is_one_or_two CHECK ((assurance = ANY (ARRAY[1, 2])))
  constraint session_audience_is_known CHECK ((audience = ANY (ARRAY['member'::text, 'staff'::text, 'sign_up'::text])))
  constraint session_belongs_to_an_actor_or_a_sign_up CHECK ((((audience = 'sign_up'::text) = (actor_id IS NULL)) AND ((audience <> 'sign_up'::text) OR (email IS NOT NULL))))
  constraint session_browser_hash_is_sha256 CHECK ((length(browser_hash) = 32))
  constraint session_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
  constraint session_tokens_are_unique UNIQUE (token_hash)
  constraint session_user_agent_is_bounded CHECK ((length(user_agent) <= 300))
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_viewer_id_fkey FOREIGN KEY (viewer_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX session_tokens_are_unique ON identity.sessions USING btree (token_hash)
  CREATE INDEX sessions_by_actor ON identity.sessions USING btree (actor_id, created_at DESC)
  CREATE INDEX sessions_by_expiry ON identity.sessions USING btree (expires_at)
  CREATE INDEX sessions_by_viewer ON identity.sessions USING btree (viewer_id) WHERE (viewer_id IS NOT NULL)
  CREATE UNIQUE INDEX sessions_pkey ON identity.sessions USING btree (id)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR ((audience = 'member'::text) AND (actor_id = ( SELECT identity.me() AS me)) AND (viewer_id IS NULL)))
  grant SELECT to coffer_reader
-- table identity.staff  (row security)
  id bigint not null default nextval('identity.actor_ids'::regclass)
  public_id uuid not null default uuidv7()
  email text not null
  name text not null
  role text not null
  member_id bigint
  active boolean not null default true
  created_at timestamp with time zone not null
  signed_in_at timestamp with time zone
  language text
  constraint staff_email_is_normal CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254))))
  constraint staff_emails_are_unique UNIQUE (email)
  constraint staff_language_is_known CHECK ((language = ANY (ARRAY['en'::text, 'es'::text, 'hi'::text])))
  constraint staff_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint staff_member_is_linked_once UNIQUE (member_id)
  constraint staff_name_is_one_to_eighty CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  constraint staff_pkey PRIMARY KEY (id)
  constraint staff_public_ids_are_unique UNIQUE (public_id)
  constraint staff_role_is_known CHECK ((role = ANY (ARRAY['support'::text, 'operations'::text, 'finance'::text, 'auditor'::text, 'admin'::text])))
  CREATE UNIQUE INDEX staff_emails_are_unique ON identity.staff USING btree (email)
  CREATE UNIQUE INDEX staff_member_is_linked_once ON identity.staff USING btree (member_id)
  CREATE UNIQUE INDEX staff_pkey ON identity.staff USING btree (id)
  CREATE UNIQUE INDEX staff_public_ids_are_unique ON identity.staff USING btree (public_id)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- function identity.add_passkey(p_actor bigint, p_credential text, p_public_key text, p_counter bigint, p_transports text[], p_name text) returns uuid: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.answer_with_passkey(p_challenge uuid, p_mac text, p_browser text, p_passkey uuid, p_counter bigint, p_actor bigint, p_session uuid) returns text: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.authenticator_in_use(p_actor bigint) returns uuid: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.authenticator_step(p_at timestamp with time zone) returns bigint: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.bar_member(p_member bigint) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.begin_authenticator(p_id uuid, p_caller identity.caller, p_sealed text, p_witness_hash text) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.begin_errand(p_member bigint) returns text: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.begin_view(p_token text, p_member bigint, p_viewer bigint, p_reason text) returns timestamp with time zone: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.begin_with_staff() returns bigint: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.caller_of(p_token text, p_changes boolean DEFAULT false) returns identity.caller: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.change_email(p_member bigint, p_email text, p_undo_hash bytea, p_field text DEFAULT NULL::text) returns timestamp with time zone: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.change_staff(p_staff uuid, p_role text, p_active boolean, p_member bigint) returns identity.staff: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.check_role(p_role text) returns void: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.check_staff_change(p_staff identity.staff, p_role text, p_active boolean) returns void: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.confirm_authenticator(p_authenticator uuid, p_actor bigint) returns boolean: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.deactivate(p_member bigint, p_session uuid, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.email_of(p_caller identity.caller) returns text: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.email_reserved(p_email text, p_but bigint DEFAULT NULL::bigint) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.end_challenges(p_actor bigint) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.end_errand(p_token text) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.end_view(p_token text) returns identity.sessions: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.enter(p_token text, p_audience text, p_assurance smallint DEFAULT 1, p_changes boolean DEFAULT false) returns identity.caller: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.enter_staff(p_token text, p_permission text) returns identity.caller: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.forget(p_member bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.import_members(p_rows jsonb, p_terms text, p_on date, p_zone text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.in_person(p_caller identity.caller) returns void: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.invite_staff(p_email text, p_name text, p_role text, p_at timestamp with time zone) returns identity.staff: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.is_email(p_email text) returns boolean: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.is_staff() returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.issue_session(p_token text, p_audience text, p_actor bigint, p_assurance smallint, p_ip text, p_user_agent text, p_email text DEFAULT NULL::text, p_referral text DEFAULT NULL::text) returns uuid: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.json_view(p_session uuid) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.keep_note() returns trigger: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.keep_recovery_codes(p_authenticator uuid, p_macs text) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.know_device(p_actor bigint, p_browser_hash bytea) returns boolean: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.lock_staff() returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.may(p_role text, p_permission text) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.me() returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.member_by_code(p_code text) returns bigint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.normal_email(p_email text) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.offer_passkey(p_challenge uuid, p_mac text, p_browser text, p_session uuid) returns boolean: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.open_authenticator_challenge(p_id uuid, p_authenticator uuid, p_witness text, p_email text, p_purpose text, p_context text, p_first_step bigint, p_macs text, p_browser text, p_session uuid) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.open_challenge(p_id uuid, p_email text, p_purpose text, p_context text, p_mac text, p_browser text, p_session uuid, p_referral text) returns integer: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.passkeys_of(p_actor bigint) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.pause_withdrawals(p_member bigint, p_at timestamp with time zone) returns timestamp with time zone: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.person_name(p_actor bigint) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.reactivate(p_member bigint) returns boolean: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.recover(p_recovery uuid, p_at timestamp with time zone) returns timestamp with time zone: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.remove_passkey(p_passkey uuid, p_actor bigint) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.require_untouched() returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.save_profile(p_member bigint, p_first_name text, p_last_name text, p_mobile text, p_country text, p_address text, p_state text, p_zip text, p_city text, p_language text) returns identity.members: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.staff_holding(p_permission text) returns integer: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.staff_need_authenticator() returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.suspend(p_member uuid, p_suspend boolean) returns identity.members: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.take_ticket(p_bucket text, p_subject text, p_limit integer, p_window interval) returns integer: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.try_authenticator(p_challenge identity.challenges, p_mac text) returns text: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.try_challenge(p_id uuid, p_purpose text, p_context text, p_mac text, p_browser text, p_session uuid, OUT outcome text, OUT email text, OUT referral text, OUT attempts_left integer) returns record: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function identity.write_note(p_member uuid, p_author bigint, p_body text, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- table audit.breaker  (row security)
  singleton boolean not null default true
  constraint breaker_pkey PRIMARY KEY (singleton)
  constraint there_is_one_breaker CHECK (singleton)
  CREATE UNIQUE INDEX breaker_pkey ON audit.breaker USING btree (singleton)
-- table audit.findings  (row security)
  id uuid not null default uuidv7()
  run_id bigint not null
  form text not null
  law text not null
  object text not null
  expected text not null
  found text not null
  raised_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  cleared_at timestamp with time zone
  cleared_by bigint
  note text
  constraint a_cleared_finding_says_by_whom_and_why CHECK ((((cleared_at IS NULL) = (cleared_by IS NULL)) AND ((cleared_at IS NULL) = (note IS NULL))))
  constraint clearing_note_is_one_to_a_thousand CHECK (((length(btrim(note)) > 0) AND (length(note) <= 1000)))
  constraint finding_form_is_known CHECK ((form = ANY (ARRAY['changes'::text, 'everything'::text])))
  constraint findings_cleared_by_fkey FOREIGN KEY (cleared_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint findings_pkey PRIMARY KEY (id)
  CREATE INDEX findings_by_clearing ON audit.findings USING btree (cleared_at DESC, id DESC) WHERE (cleared_at IS NOT NULL)
  CREATE INDEX findings_by_staff ON audit.findings USING btree (cleared_by) WHERE (cleared_by IS NOT NULL)
  CREATE UNIQUE INDEX findings_pkey ON audit.findings USING btree (id)
  CREATE UNIQUE INDEX one_open_finding_per_law_and_object ON audit.findings USING btree (law, object) WHERE (cleared_at IS NULL)
  CREATE TRIGGER findings_are_kept BEFORE DELETE OR UPDATE ON audit.findings FOR EACH ROW EXECUTE FUNCTION audit.keep_finding()  (always)
  CREATE TRIGGER findings_are_never_truncated BEFORE TRUNCATE ON audit.findings FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table audit.log  (row security)
  id bigint not null identity
  at timestamp with time zone not null
  actor_id bigint
  session_id uuid
  action text not null
  object_kind text not null
  object_id text not null
  before_hash bytea
  after_hash bytea
  reason text
  xid xid8 not null default pg_current_xact_id()
  on_behalf_of bigint
  constraint log_hashes_are_sha256 CHECK (((COALESCE(length(before_hash), 32) = 32) AND (COALESCE(length(after_hash), 32) = 32)))
  constraint log_pkey PRIMARY KEY (id)
  CREATE INDEX log_by_action ON audit.log USING btree (action, id DESC)
  CREATE INDEX log_by_actor ON audit.log USING btree (actor_id, id DESC)
  CREATE INDEX log_by_object ON audit.log USING btree (object_kind, object_id, id DESC)
  CREATE INDEX log_by_time ON audit.log USING brin (at) WITH (autosummarize='on')
  CREATE INDEX log_by_transaction ON audit.log USING btree (xid)
  CREATE UNIQUE INDEX log_pkey ON audit.log USING btree (id)
  CREATE TRIGGER log_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.log FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table audit.seal_secrets  (row security)
  seal_id bigint not null
  secret bytea not null
  constraint log_seal_secrets_are_long CHECK ((length(secret) = 32))
  constraint seal_secrets_pkey PRIMARY KEY (seal_id)
  constraint seal_secrets_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES audit.seals(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX seal_secrets_pkey ON audit.seal_secrets USING btree (seal_id)
  CREATE TRIGGER log_seal_secrets_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.seal_secrets FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  grant SELECT to coffer_auditor
-- table audit.seals  (row security)
  id bigint not null
  entry_ids int8multirange not null
  highest bigint not null
  entries bigint not null
  horizon xid8 not null
  sealed_at timestamp with time zone not null
  entries_hash bytea not null
  previous_root bytea not null
  root bytea not null
  constraint a_log_seal_holds_entries CHECK ((entries > 0))
  constraint log_seal_roots_are_sha256 CHECK (((length(root) = 32) AND (length(previous_root) = 32) AND (length(entries_hash) = 32)))
  constraint log_seals_are_numbered_from_one CHECK ((id >= 1))
  constraint seals_pkey PRIMARY KEY (id)
  CREATE INDEX log_seals_by_highest ON audit.seals USING btree (highest)
  CREATE UNIQUE INDEX seals_pkey ON audit.seals USING btree (id)
  CREATE TRIGGER log_seals_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.seals FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table audit.watch_runs  (row security)
  id bigint not null identity
  form text not null
  domain text
  began_at timestamp with time zone not null default clock_timestamp()
  business_at timestamp with time zone not null
  horizon xid8 not null
  next_xid xid8 not null
  journal_id bigint not null
  item_id bigint not null
  commission_id bigint not null
  took_ms integer
  faults integer not null default 0
  left_over boolean not null default false
  constraint only_a_full_run_is_of_one_domain CHECK (((form = 'everything'::text) = (domain IS NOT NULL)))
  constraint watch_form_is_known CHECK ((form = ANY (ARRAY['changes'::text, 'everything'::text])))
  constraint watch_runs_pkey PRIMARY KEY (id)
  CREATE INDEX watch_runs_by_domain ON audit.watch_runs USING btree (domain, id DESC) WHERE (form = 'everything'::text)
  CREATE INDEX watch_runs_by_form ON audit.watch_runs USING btree (form, id DESC)
  CREATE UNIQUE INDEX watch_runs_pkey ON audit.watch_runs USING btree (id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function audit.clear_finding(p_finding uuid, p_staff bigint, p_note text, p_at timestamp with time zone) returns audit.findings: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.close_watch_run(p_run bigint, p_faults integer) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.entries_hash(p_ids int8multirange, p_secret bytea) returns TABLE(entries bigint, hash bytea): stable, owner coffer_owner, set search_path=""
-- function audit.entry_hash(p_entry audit.log, p_secret bytea) returns bytea: stable, owner coffer_owner, set search_path=""
-- function audit.keep_finding() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function audit.leave_over(p_run bigint, p_since timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.open_watch_run(p_form text, p_domain text, p_journal bigint, p_item bigint, p_commission bigint, p_snapshot pg_snapshot, p_at timestamp with time zone) returns audit.watch_runs: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.payouts_paused() returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function audit.raise_findings(p_faults audit.fault[], p_run bigint, p_form text, p_at timestamp with time zone) returns SETOF audit.findings: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.reason_salt(p_secret bytea, p_entry bigint) returns bytea: immutable, owner coffer_owner
-- function audit.require_calm() returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.seal(p_limit integer, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function audit.seal_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function audit.seal_root(p_id bigint, p_previous bytea, p_entries bigint, p_sealed_at timestamp with time zone, p_entries_hash bytea) returns bytea: stable, owner coffer_owner
-- function audit.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function audit.watched_since(p_run audit.watch_runs) returns audit.watch_runs: stable, security definer, owner coffer_owner, set search_path=""
-- function audit.write(p_at timestamp with time zone, p_caller identity.caller, p_action text, p_object_kind text, p_object_id text, p_reason text DEFAULT NULL::text, p_before jsonb DEFAULT NULL::jsonb, p_after jsonb DEFAULT NULL::jsonb, p_on_behalf_of bigint DEFAULT NULL::bigint) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- table outbox.jobs  (row security)
  id bigint not null identity
  task text not null
  payload jsonb not null default '{}'::jsonb
  run_at timestamp with time zone not null default clock_timestamp()
  handed_at timestamp with time zone
  constraint job_task_is_named_domain_verb CHECK ((task ~ '^[a-z]+__[a-z_]+$'::text))
  constraint jobs_pkey PRIMARY KEY (id)
  CREATE INDEX jobs_handed ON outbox.jobs USING btree (handed_at) WHERE (handed_at IS NOT NULL)
  CREATE UNIQUE INDEX jobs_pkey ON outbox.jobs USING btree (id)
  CREATE INDEX jobs_to_hand_over ON outbox.jobs USING btree (id) WHERE (handed_at IS NULL)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table outbox.kept_mails  (row security)
  mail_id uuid not null
  subject text not null
  html text not null
  body text not null
  kept_at timestamp with time zone not null default clock_timestamp()
  constraint kept_mails_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES outbox.mails(id) ON DELETE CASCADE
  constraint kept_mails_pkey PRIMARY KEY (mail_id)
  CREATE INDEX kept_mails_by_time ON outbox.kept_mails USING btree (kept_at DESC)
  CREATE UNIQUE INDEX kept_mails_pkey ON outbox.kept_mails USING btree (mail_id)
-- table outbox.mails  (row security)
  id uuid not null default uuidv7()
  template text not null
  to_email text not null
  language text not null default 'en'::text
  props jsonb not null
  dedupe_key text
  state text not null default 'queued'::text
  attempts smallint not null default 0
  error text
  created_at timestamp with time zone not null default clock_timestamp()
  sent_at timestamp with time zone
  member_id bigint
  constraint mail_state_is_known CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'parked'::text])))
  constraint mails_are_queued_once_per_fact UNIQUE (dedupe_key)
  constraint mails_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint mails_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX mails_are_queued_once_per_fact ON outbox.mails USING btree (dedupe_key)
  CREATE INDEX mails_by_address ON outbox.mails USING btree (to_email, created_at DESC, id DESC)
  CREATE INDEX mails_by_member ON outbox.mails USING btree (member_id) WHERE (member_id IS NOT NULL)
  CREATE INDEX mails_by_time ON outbox.mails USING btree (created_at DESC, id DESC)
  CREATE INDEX mails_not_sent ON outbox.mails USING btree (created_at) WHERE (state <> 'sent'::text)
  CREATE UNIQUE INDEX mails_pkey ON outbox.mails USING btree (id)
  CREATE TRIGGER members_are_told AFTER INSERT ON outbox.mails FOR EACH ROW WHEN ((new.member_id IS NOT NULL)) EXECUTE FUNCTION desk.tell_member()  (always)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (to_email = ( SELECT m.email
   FROM identity.members m
  WHERE (m.id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_reader
-- table outbox.workers  (row security)
  name text not null
  seen_at timestamp with time zone not null
  constraint workers_pkey PRIMARY KEY (name)
  CREATE UNIQUE INDEX workers_pkey ON outbox.workers USING btree (name)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- function outbox.enqueue(p_task text, p_payload jsonb DEFAULT '{}'::jsonb, p_run_at timestamp with time zone DEFAULT NULL::timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function outbox.forget(p_email text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function outbox.mail(p_template text, p_to text, p_language text, p_props jsonb, p_dedupe text DEFAULT NULL::text, p_member bigint DEFAULT NULL::bigint) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function outbox.mail_deciders(p_template text, p_props jsonb, p_dedupe text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function outbox.mail_member(p_template text, p_member bigint, p_props jsonb, p_dedupe text DEFAULT NULL::text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function outbox.mail_permitted(p_permission text, p_template text, p_props jsonb, p_dedupe text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- table messaging.announcement_versions  (row security)
  announcement_id uuid not null
  number integer not null
  audience text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone
  title_en text not null
  body_en text not null
  title_es text
  body_es text
  title_hi text
  body_hi text
  written_by bigint not null
  written_at timestamp with time zone not null
  constraint a_hindi_announcement_is_whole CHECK (((title_hi IS NULL) = (body_hi IS NULL)))
  constraint a_spanish_announcement_is_whole CHECK (((title_es IS NULL) = (body_es IS NULL)))
  constraint an_announcement_ends_after_it_begins CHECK ((until_at > from_at))
  constraint announcement_audience_is_known CHECK ((audience = ANY (ARRAY['all'::text, 'investing'::text, 'network'::text])))
  constraint announcement_text_is_one_to_4000 CHECK (((length(body_en) >= 1) AND (length(body_en) <= 4000)))
  constraint announcement_texts_count_from_one CHECK ((number > 0))
  constraint announcement_title_is_one_to_120 CHECK (((length(title_en) >= 1) AND (length(title_en) <= 120)))
  constraint announcement_versions_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES messaging.announcements(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
  constraint announcement_versions_pkey PRIMARY KEY (announcement_id, number)
  constraint announcement_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint hindi_announcement_text_is_one_to_4000 CHECK (((length(body_hi) >= 1) AND (length(body_hi) <= 4000)))
  constraint hindi_announcement_title_is_one_to_120 CHECK (((length(title_hi) >= 1) AND (length(title_hi) <= 120)))
  constraint spanish_announcement_text_is_one_to_4000 CHECK (((length(body_es) >= 1) AND (length(body_es) <= 4000)))
  constraint spanish_announcement_title_is_one_to_120 CHECK (((length(title_es) >= 1) AND (length(title_es) <= 120)))
  CREATE INDEX announcement_versions_by_writer ON messaging.announcement_versions USING btree (written_by)
  CREATE UNIQUE INDEX announcement_versions_pkey ON messaging.announcement_versions USING btree (announcement_id, number)
  CREATE TRIGGER announcement_versions_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON messaging.announcement_versions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy published_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (EXISTS ( SELECT
   FROM messaging.announcements a
  WHERE ((a.id = announcement_versions.announcement_id) AND (a.version = announcement_versions.number)))))
  grant SELECT to coffer_reader
-- table messaging.announcements  (row security)
  id uuid not null default uuidv7()
  version integer not null
  published_at timestamp with time zone
  published_by bigint
  withdrawn_at timestamp with time zone
  withdrawn_by bigint
  notify boolean not null default false
  told_at timestamp with time zone
  constraint a_published_announcement_says_by_whom CHECK (((published_at IS NULL) = (published_by IS NULL)))
  constraint a_withdrawn_announcement_says_by_whom CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
  constraint announcement_shows_a_text_it_has FOREIGN KEY (id, version) REFERENCES messaging.announcement_versions(announcement_id, number) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
  constraint announcement_versions_count_from_one CHECK ((version > 0))
  constraint announcements_pkey PRIMARY KEY (id)
  constraint announcements_published_by_fkey FOREIGN KEY (published_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint announcements_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint only_a_published_announcement_is_withdrawn CHECK (((withdrawn_at IS NULL) OR (published_at IS NOT NULL)))
  constraint only_what_is_to_be_told_was_told CHECK (((told_at IS NULL) OR (notify AND (published_at IS NOT NULL))))
  CREATE INDEX announcements_by_publisher ON messaging.announcements USING btree (published_by) WHERE (published_by IS NOT NULL)
  CREATE INDEX announcements_by_text ON messaging.announcements USING btree (id, version)
  CREATE INDEX announcements_by_withdrawer ON messaging.announcements USING btree (withdrawn_by) WHERE (withdrawn_by IS NOT NULL)
  CREATE UNIQUE INDEX announcements_pkey ON messaging.announcements USING btree (id)
  CREATE INDEX announcements_shown ON messaging.announcements USING btree (published_at DESC, id DESC) WHERE ((published_at IS NOT NULL) AND (withdrawn_at IS NULL))
  CREATE INDEX announcements_to_tell ON messaging.announcements USING btree (published_at) WHERE (notify AND (told_at IS NULL) AND (withdrawn_at IS NULL))
  policy published_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR ((published_at IS NOT NULL) AND (withdrawn_at IS NULL)))
  grant SELECT to coffer_reader
-- table messaging.attachments  (row security)
  id uuid not null
  thread_id uuid not null
  no integer not null
  name text not null
  mime text not null
  bytes integer not null
  sha256 bytea not null
  constraint an_attachment_belongs_to_a_message FOREIGN KEY (thread_id, no) REFERENCES messaging.messages(thread_id, no) ON DELETE RESTRICT
  constraint attachment_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint attachment_is_at_most_ten_megabytes CHECK (((bytes >= 1) AND (bytes <= 10485760)))
  constraint attachment_is_pdf_png_or_jpeg CHECK ((mime = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])))
  constraint attachment_name_is_bounded CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint attachments_pkey PRIMARY KEY (id)
  constraint one_attachment_per_message UNIQUE (thread_id, no)
  CREATE UNIQUE INDEX attachments_pkey ON messaging.attachments USING btree (id)
  CREATE UNIQUE INDEX one_attachment_per_message ON messaging.attachments USING btree (thread_id, no)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (EXISTS ( SELECT
   FROM messaging.threads t
  WHERE ((t.id = attachments.thread_id) AND (t.member_id = ( SELECT identity.me() AS me))))))
  grant SELECT to coffer_reader
-- table messaging.dismissals  (row security)
  announcement_id uuid not null
  member_id bigint not null
  dismissed_at timestamp with time zone not null
  constraint dismissals_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES messaging.announcements(id) ON DELETE RESTRICT
  constraint dismissals_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE CASCADE
  constraint dismissals_pkey PRIMARY KEY (announcement_id, member_id)
  CREATE INDEX dismissals_by_member ON messaging.dismissals USING btree (member_id)
  CREATE UNIQUE INDEX dismissals_pkey ON messaging.dismissals USING btree (announcement_id, member_id)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table messaging.messages  (row security)
  thread_id uuid not null
  no integer not null
  side text not null
  author_id bigint not null
  body text not null
  written_at timestamp with time zone not null
  constraint message_body_is_bounded CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
  constraint message_side_is_known CHECK ((side = ANY (ARRAY['member'::text, 'staff'::text])))
  constraint messages_are_numbered_from_one CHECK ((no >= 1))
  constraint messages_pkey PRIMARY KEY (thread_id, no)
  constraint messages_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES messaging.threads(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX messages_pkey ON messaging.messages USING btree (thread_id, no)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (EXISTS ( SELECT
   FROM messaging.threads t
  WHERE ((t.id = messages.thread_id) AND (t.member_id = ( SELECT identity.me() AS me))))))
  grant SELECT to coffer_reader
-- table messaging.notices  (row security)
  id uuid not null default uuidv7()
  member_id bigint not null
  kind text not null
  template text not null
  facts jsonb not null
  told_at timestamp with time zone not null
  read_at timestamp with time zone
  announcement_id uuid
  constraint a_notice_of_an_announcement_names_it CHECK (((announcement_id IS NOT NULL) = (template = 'announcement'::text)))
  constraint notice_kind_is_known CHECK ((kind = ANY (ARRAY['money'::text, 'approval'::text, 'kyc'::text, 'security'::text, 'network'::text, 'membership'::text, 'grievance'::text, 'system'::text])))
  constraint notice_template_is_named CHECK ((template ~ '^[a-z]+(_[a-z]+)*$'::text))
  constraint notices_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES messaging.announcements(id) ON DELETE RESTRICT
  constraint notices_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint notices_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX an_announcement_is_told_once_to_a_member ON messaging.notices USING btree (announcement_id, member_id) WHERE (announcement_id IS NOT NULL)
  CREATE INDEX notices_by_member ON messaging.notices USING btree (member_id, told_at DESC, id DESC)
  CREATE UNIQUE INDEX notices_pkey ON messaging.notices USING btree (id)
  CREATE INDEX notices_unread ON messaging.notices USING btree (member_id) WHERE (read_at IS NULL)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table messaging.threads  (row security)
  id uuid not null default uuidv7()
  reference text not null
  kind text not null
  member_id bigint not null
  subject text not null
  assignee_id bigint
  opened_at timestamp with time zone not null
  last_at timestamp with time zone not null
  closed_at timestamp with time zone
  member_wrote integer not null default 0
  staff_wrote integer not null default 0
  member_read integer not null default 0
  staff_read integer not null default 0
  acknowledge_by timestamp with time zone
  resolve_by timestamp with time zone
  acknowledged_at timestamp with time zone
  due_at timestamp with time zone default 
CASE
    WHEN (closed_at IS NOT NULL) THEN NULL::timestamp with time zone
    WHEN (acknowledged_at IS NULL) THEN LEAST(acknowledge_by, resolve_by)
    ELSE resolve_by
END
  constraint a_grievance_and_nothing_else_has_clocks CHECK ((((kind = 'grievance'::text) = (acknowledge_by IS NOT NULL)) AND ((acknowledge_by IS NULL) = (resolve_by IS NULL))))
  constraint a_grievance_is_acknowledged_before_it_is_resolved CHECK (((kind <> 'grievance'::text) OR (closed_at IS NULL) OR (acknowledged_at IS NOT NULL)))
  constraint a_side_writes_forwards CHECK (((member_wrote >= 0) AND (staff_wrote >= 0)))
  constraint members_read_what_staff_wrote CHECK (((member_read >= 0) AND (member_read <= staff_wrote)))
  constraint only_a_grievance_is_acknowledged CHECK (((acknowledged_at IS NULL) OR (kind = 'grievance'::text)))
  constraint staff_read_what_members_wrote CHECK (((staff_read >= 0) AND (staff_read <= member_wrote)))
  constraint thread_kind_is_known CHECK ((kind = ANY (ARRAY['question'::text, 'grievance'::text])))
  constraint thread_references_are_unique UNIQUE (reference)
  constraint thread_subject_is_bounded CHECK (((length(subject) >= 1) AND (length(subject) <= 120)))
  constraint threads_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint threads_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint threads_pkey PRIMARY KEY (id)
  CREATE INDEX grievances_by_opening ON messaging.threads USING btree (opened_at) WHERE (kind = 'grievance'::text)
  CREATE UNIQUE INDEX thread_references_are_unique ON messaging.threads USING btree (reference)
  CREATE INDEX threads_by_assignee ON messaging.threads USING btree (assignee_id) WHERE (assignee_id IS NOT NULL)
  CREATE INDEX threads_by_last ON messaging.threads USING btree (last_at DESC, id DESC)
  CREATE INDEX threads_by_member ON messaging.threads USING btree (member_id, last_at DESC, id DESC)
  CREATE INDEX threads_by_subject ON messaging.threads USING gin (subject gin_trgm_ops)
  CREATE INDEX threads_due ON messaging.threads USING btree (due_at, id) WHERE (due_at IS NOT NULL)
  CREATE UNIQUE INDEX threads_pkey ON messaging.threads USING btree (id)
  CREATE INDEX threads_unread_by_members ON messaging.threads USING btree (member_id) WHERE (staff_wrote > member_read)
  CREATE INDEX threads_unread_by_staff ON messaging.threads USING btree (id) WHERE (member_wrote > staff_read)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- function messaging.acknowledge(p_thread uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.attach(p_thread uuid, p_no integer, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.close(p_thread uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.dismiss_announcement(p_announcement uuid, p_member bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.forget(p_member bigint) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.mark_read(p_thread uuid, p_side text, p_up_to integer) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.month_deadline(p_from timestamp with time zone, p_months integer, p_timezone text) returns timestamp with time zone: stable, owner coffer_owner, set search_path=""
-- function messaging.monthly_figures(p_at timestamp with time zone, p_timezone text, p_months integer) returns TABLE(month date, received bigint, in_time bigint, late bigint, open bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function messaging.notify(p_member bigint, p_kind text, p_template text, p_facts jsonb, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.open_thread(p_member bigint, p_subject text, p_acknowledge_by timestamp with time zone, p_resolve_by timestamp with time zone, p_at timestamp with time zone) returns messaging.threads: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.overdue(p_at timestamp with time zone) returns TABLE(thread_id uuid, reference text, deadline text, due_at timestamp with time zone, dedupe_key text): stable, security definer, owner coffer_owner, set search_path=""
-- function messaging.publish_announcement(p_announcement uuid, p_version integer, p_by bigint, p_at timestamp with time zone, p_notify boolean DEFAULT false) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.read_about(p_member bigint, p_thread uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.read_notices(p_notice messaging.notices, p_and_older boolean, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.reopen(p_thread uuid) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.save_announcement(p_announcement uuid, p_audience text, p_from timestamp with time zone, p_until timestamp with time zone, p_texts jsonb, p_by bigint, p_at timestamp with time zone) returns messaging.announcements: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.standing(p_thread messaging.threads, p_at timestamp with time zone) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function messaging.tell_announcement(p_announcement uuid, p_members bigint[], p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.untold_announcement(p_at timestamp with time zone) returns messaging.announcement_versions: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.withdraw_announcement(p_announcement uuid, p_by bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function messaging.working_deadline(p_from timestamp with time zone, p_hours integer, p_days text, p_timezone text) returns timestamp with time zone: stable, owner coffer_owner, set search_path=""
-- function messaging.write(p_thread uuid, p_side text, p_author bigint, p_body text, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- table office.exports  (row security)
  id uuid not null default uuidv7()
  report text not null
  filters jsonb not null
  format text not null
  language text not null
  asked_by bigint
  asked_at timestamp with time zone not null
  state text not null default 'waiting'::text
  attempts integer not null default 0
  seen pg_snapshot
  begun_at timestamp with time zone
  total bigint not null
  done bigint not null default 0
  file_id uuid
  bytes bigint
  sha256 bytea
  ended_at timestamp with time zone
  expires_at timestamp with time zone
  member_id bigint
  constraint a_finished_export_has_its_file CHECK ((((state = ANY (ARRAY['finished'::text, 'removed'::text])) = (num_nonnulls(bytes, sha256, expires_at) = 3)) AND ((state <> 'finished'::text) OR (file_id IS NOT NULL))))
  constraint a_pack_is_an_archive CHECK (((report = 'audit_pack'::text) = (format = 'tar.gz'::text)))
  constraint an_export_is_of_staff_or_of_a_member CHECK ((num_nonnulls(asked_by, member_id) = 1))
  constraint an_export_that_began_says_so CHECK ((((state = 'waiting'::text) = (begun_at IS NULL)) AND ((begun_at IS NULL) = (seen IS NULL))))
  constraint an_export_that_ended_says_when CHECK (((state = ANY (ARRAY['finished'::text, 'failed'::text, 'removed'::text])) = (ended_at IS NOT NULL)))
  constraint export_attempts_are_not_negative CHECK ((attempts >= 0))
  constraint export_bytes_are_positive CHECK ((bytes > 0))
  constraint export_files_are_kept_once UNIQUE (file_id)
  constraint export_filters_are_an_object CHECK (((jsonb_typeof(filters) = 'object'::text) AND (length((filters)::text) <= 1000)))
  constraint export_format_is_known CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'pdf'::text, 'tar.gz'::text, 'json'::text])))
  constraint export_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint export_language_is_known CHECK ((language = ANY (ARRAY['en'::text, 'es'::text, 'hi'::text])))
  constraint export_report_is_known CHECK ((report = ANY (ARRAY['days'::text, 'sales'::text, 'activity'::text, 'wallets'::text, 'commissions'::text, 'accruals'::text, 'tax'::text, 'approvals'::text, 'liquidity'::text, 'audit_pack'::text, 'statement'::text, 'my_data'::text])))
  constraint export_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'failed'::text, 'removed'::text])))
  constraint exports_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint exports_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint exports_pkey PRIMARY KEY (id)
  constraint members_export_what_is_theirs CHECK ((((member_id IS NOT NULL) = (report = ANY (ARRAY['statement'::text, 'my_data'::text]))) AND ((format <> 'json'::text) OR (member_id IS NOT NULL))))
  constraint no_more_rows_are_done_than_counted CHECK (((done >= 0) AND (done <= total)))
  CREATE UNIQUE INDEX export_files_are_kept_once ON office.exports USING btree (file_id)
  CREATE INDEX exports_by_asker ON office.exports USING btree (asked_by, asked_at DESC)
  CREATE INDEX exports_by_member ON office.exports USING btree (member_id, asked_at DESC, id DESC) WHERE (member_id IS NOT NULL)
  CREATE INDEX exports_by_time ON office.exports USING btree (asked_at DESC, id DESC)
  CREATE UNIQUE INDEX exports_pkey ON office.exports USING btree (id)
  CREATE INDEX exports_to_remove ON office.exports USING btree (expires_at) WHERE (state = 'finished'::text)
  CREATE UNIQUE INDEX one_export_of_a_kind_is_made_at_a_time ON office.exports USING btree (member_id, report) WHERE ((member_id IS NOT NULL) AND (state = ANY (ARRAY['waiting'::text, 'running'::text])))
  CREATE INDEX packs_by_time ON office.exports USING btree (asked_at DESC, id DESC) WHERE (report = 'audit_pack'::text)
  CREATE TRIGGER members_are_told_of_their_exports AFTER UPDATE OF state ON office.exports FOR EACH ROW WHEN (((new.member_id IS NOT NULL) AND (old.state = ANY (ARRAY['waiting'::text, 'running'::text])) AND (new.state = ANY (ARRAY['finished'::text, 'failed'::text])))) EXECUTE FUNCTION desk.tell_own_export()  (always)
  policy own_or_of_staff for SELECT to coffer_reader using ((( SELECT identity.is_staff() AS is_staff) AND (member_id IS NULL)) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table office.import_files  (row security)
  import_id uuid not null
  kind text not null
  name text not null
  rows integer not null
  hash bytea not null
  uploaded_at timestamp with time zone not null
  constraint an_import_file_has_rows CHECK ((rows > 0))
  constraint import_file_name_is_bounded CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint import_files_import_id_fkey FOREIGN KEY (import_id) REFERENCES office.imports(id) ON DELETE RESTRICT
  constraint import_files_pkey PRIMARY KEY (import_id, kind)
  constraint import_hash_is_sha256 CHECK ((length(hash) = 32))
  constraint import_kind_is_known CHECK ((kind = ANY (ARRAY['members'::text, 'balances'::text, 'investments'::text, 'tree'::text, 'bookings'::text])))
  CREATE UNIQUE INDEX import_files_pkey ON office.import_files USING btree (import_id, kind)
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table office.import_rows  (row security)
  import_id uuid not null
  kind text not null
  line integer not null
  cells jsonb not null
  constraint import_cells_are_an_object CHECK ((jsonb_typeof(cells) = 'object'::text))
  constraint import_lines_count_from_two CHECK ((line > 1))
  constraint import_rows_belong_to_a_file FOREIGN KEY (import_id, kind) REFERENCES office.import_files(import_id, kind) ON DELETE CASCADE
  constraint import_rows_pkey PRIMARY KEY (import_id, kind, line)
  CREATE UNIQUE INDEX import_rows_pkey ON office.import_rows USING btree (import_id, kind, line)
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table office.import_runs  (row security)
  id uuid not null default uuidv7()
  import_id uuid not null
  kind text not null
  request_id uuid
  asked_by bigint not null
  asked_at timestamp with time zone not null
  state text not null default 'waiting'::text
  attempts integer not null default 0
  begun_at timestamp with time zone
  done integer not null default 0
  steps integer not null
  hash text
  fault_count integer not null default 0
  faults jsonb not null default '[]'::jsonb
  totals jsonb
  problem jsonb
  ended_at timestamp with time zone
  constraint a_failed_run_says_why CHECK (((state = 'failed'::text) = (problem IS NOT NULL)))
  constraint a_finished_check_says_of_what CHECK (((state <> 'finished'::text) OR (kind <> 'check'::text) OR (num_nonnulls(hash, totals) = 2)))
  constraint a_posting_names_its_request CHECK (((kind = 'post'::text) = (request_id IS NOT NULL)))
  constraint an_import_run_that_began_says_so CHECK (((state = 'dropped'::text) OR ((state = 'waiting'::text) = (begun_at IS NULL))))
  constraint an_import_run_that_ended_says_when CHECK (((state = ANY (ARRAY['finished'::text, 'failed'::text, 'dropped'::text])) = (ended_at IS NOT NULL)))
  constraint import_attempts_are_not_negative CHECK ((attempts >= 0))
  constraint import_fault_count_is_not_negative CHECK ((fault_count >= 0))
  constraint import_faults_are_a_list CHECK ((jsonb_typeof(faults) = 'array'::text))
  constraint import_run_hash_is_sha256 CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint import_run_kind_is_known CHECK ((kind = ANY (ARRAY['check'::text, 'post'::text])))
  constraint import_run_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'failed'::text, 'dropped'::text])))
  constraint import_runs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint import_runs_import_id_fkey FOREIGN KEY (import_id) REFERENCES office.imports(id) ON DELETE RESTRICT
  constraint import_runs_pkey PRIMARY KEY (id)
  constraint no_more_steps_are_done_than_there_are CHECK (((done >= 0) AND (done <= steps)))
  CREATE INDEX import_runs_by_asker ON office.import_runs USING btree (asked_by)
  CREATE INDEX import_runs_by_import ON office.import_runs USING btree (import_id, asked_at DESC, id DESC)
  CREATE UNIQUE INDEX import_runs_pkey ON office.import_runs USING btree (id)
  CREATE UNIQUE INDEX one_import_run_at_a_time ON office.import_runs USING btree (import_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table office.imports  (row security)
  id uuid not null default uuidv7()
  reference text not null
  currency text not null
  cutover_on date not null
  method_id uuid not null
  deployed bigint not null
  state text not null default 'draft'::text
  made_by bigint not null
  made_at timestamp with time zone not null
  request_id uuid
  totals jsonb
  ended_at timestamp with time zone
  constraint a_submitted_import_names_its_request CHECK (((state <> ALL (ARRAY['submitted'::text, 'posted'::text])) OR (num_nonnulls(request_id, totals) = 2)))
  constraint an_import_that_ended_says_when CHECK (((state = ANY (ARRAY['posted'::text, 'dropped'::text])) = (ended_at IS NOT NULL)))
  constraint import_deployed_is_not_negative CHECK (((deployed >= 0) AND (deployed <= '9000000000000000'::bigint)))
  constraint import_references_are_unique UNIQUE (reference)
  constraint import_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'posted'::text, 'dropped'::text])))
  constraint imports_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint imports_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint imports_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX import_references_are_unique ON office.imports USING btree (reference)
  CREATE INDEX imports_by_currency ON office.imports USING btree (currency)
  CREATE INDEX imports_by_maker ON office.imports USING btree (made_by)
  CREATE INDEX imports_by_time ON office.imports USING btree (made_at DESC, id DESC)
  CREATE UNIQUE INDEX imports_pkey ON office.imports USING btree (id)
  CREATE TRIGGER imports_are_kept BEFORE DELETE OR UPDATE ON office.imports FOR EACH ROW EXECUTE FUNCTION office.keep_import()  (always)
  CREATE TRIGGER imports_are_never_truncated BEFORE TRUNCATE ON office.imports FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- function office.ask_export(p_report text, p_filters jsonb, p_format text, p_language text, p_total bigint, p_staff bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.ask_import_run(p_import uuid, p_request uuid, p_staff bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.ask_own_export(p_member bigint, p_report text, p_filters jsonb, p_format text, p_language text, p_total bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.begin_export(p_export uuid, p_file uuid, p_at timestamp with time zone, OUT go boolean, OUT abandoned uuid, OUT export office.exports) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.begin_import(p_currency text, p_cutover_on date, p_method uuid, p_deployed bigint, p_staff bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.begin_import_run(p_run uuid, p_at timestamp with time zone, OUT go boolean, OUT spent boolean, OUT run office.import_runs) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.drop_import_runs(p_import uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.end_import(p_import uuid, p_state text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.end_import_run(p_run uuid, p_problem jsonb, p_hash text, p_totals jsonb, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.export_over(p_export office.exports, p_at timestamp with time zone) returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.exports_due(p_at timestamp with time zone) returns TABLE(id uuid, file_id uuid): stable, security definer, owner coffer_owner, set search_path=""
-- function office.finish_export(p_export uuid, p_file uuid, p_rows bigint, p_bytes bigint, p_sha256 text, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.import_cell_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.import_columns() returns TABLE(kind text, place integer, name text, required boolean): immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.import_doubles(p_import office.imports, p_kind text, p_columns text[]) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.import_hash(p_import office.imports) returns text: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.import_is_large(p_import uuid) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.import_lines_at_once() returns bigint: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.keep_import() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function office.keep_import_file(p_import uuid, p_kind text, p_name text, p_columns text[], p_rows jsonb, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.lock_import(p_import uuid, p_state text) returns office.imports: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.lock_import_run(p_run uuid, p_attempt integer) returns office.import_runs: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.most_rows(p_format text) returns bigint: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.note_import_step(p_run uuid, p_count integer, p_faults jsonb) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.note_progress(p_export uuid, p_file uuid, p_done bigint) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.remove_export(p_export uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.remove_import_file(p_import uuid, p_kind text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.reopen_import(p_import uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function office.require_no_posting(p_import uuid, p_waiting boolean) returns void: stable, security definer, owner coffer_owner, set search_path=""
-- function office.rows_at_once() returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function office.submit_import(p_import uuid, p_request uuid, p_totals jsonb) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- table ledger.account_balances  (row security)
  account_id bigint not null
  balance bigint not null default 0
  held bigint not null default 0
  side smallint not null
  floored boolean not null
  appended boolean not null
  currency text not null
  floor bigint not null
  constraint account_available_is_never_negative CHECK (((balance - held) >= floor))
  constraint account_balances_pkey PRIMARY KEY (account_id)
  CREATE UNIQUE INDEX account_balances_pkey ON ledger.account_balances USING btree (account_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (account_id IN ( SELECT accounts.id
   FROM ledger.accounts
  WHERE (accounts.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.accounts  (row security)
  id bigint not null identity
  kind text not null
  currency text not null
  member_id bigint
  side smallint not null
  floored boolean not null
  appended boolean not null default false
  opened_at timestamp with time zone not null default clock_timestamp()
  constraint account_side_is_debit_or_credit CHECK ((side = ANY (ARRAY[1, '-1'::integer])))
  constraint accounts_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint accounts_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint accounts_pkey PRIMARY KEY (id)
  CREATE INDEX accounts_by_currency ON ledger.accounts USING btree (currency)
  CREATE UNIQUE INDEX accounts_pkey ON ledger.accounts USING btree (id)
  CREATE UNIQUE INDEX one_operator_account_per_kind_and_currency ON ledger.accounts USING btree (kind, currency) WHERE (member_id IS NULL)
  CREATE UNIQUE INDEX one_wallet_per_member_kind_and_currency ON ledger.accounts USING btree (member_id, kind, currency) WHERE (member_id IS NOT NULL)
  CREATE TRIGGER accounts_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.accounts FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER accounts_have_a_balance AFTER INSERT ON ledger.accounts FOR EACH ROW EXECUTE FUNCTION ledger.open_balance()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.balance_marks  (row security)
  account_id bigint not null
  balance bigint not null
  horizon xid8 not null
  constraint balance_marks_pkey PRIMARY KEY (account_id)
  constraint marked_balance_is_bounded CHECK (((balance >= '-9000000000000000000'::bigint) AND (balance <= '9000000000000000000'::bigint)))
  CREATE UNIQUE INDEX balance_marks_pkey ON ledger.balance_marks USING btree (account_id)
-- view ledger.balances
  account_id bigint
  member_id bigint
  kind text
  currency text
  side smallint
  balance bigint
  held bigint
  available bigint
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.day_totals  (row security)
  closed_to bigint not null
  value_on date not null
  kind ledger.journal_kind not null
  account_kind text not null
  currency text not null
  debit bigint not null
  credit bigint not null
  lines bigint not null
  constraint a_day_is_summed_once_in_a_run PRIMARY KEY (closed_to, value_on, kind, account_kind, currency)
  constraint a_summed_day_has_lines CHECK ((lines > 0))
  constraint day_sums_are_not_negative CHECK (((debit >= 0) AND (credit >= 0)))
  constraint day_totals_closed_to_fkey FOREIGN KEY (closed_to) REFERENCES ledger.snapshot_runs(closed_to) ON DELETE RESTRICT
  constraint day_totals_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_day_is_summed_once_in_a_run ON ledger.day_totals USING btree (closed_to, value_on, kind, account_kind, currency)
  CREATE INDEX day_totals_by_day ON ledger.day_totals USING btree (currency, value_on)
  CREATE TRIGGER day_totals_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.day_totals FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  grant SELECT to coffer_auditor
-- table ledger.holds  (row security)
  id uuid not null default uuidv7()
  account_id bigint not null
  amount bigint not null
  reason text not null
  subject uuid
  state text not null default 'open'::text
  placed_at timestamp with time zone not null
  expires_at timestamp with time zone
  ended_at timestamp with time zone
  constraint an_ended_hold_says_when CHECK (((state = 'open'::text) = (ended_at IS NULL)))
  constraint hold_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint hold_reason_is_known CHECK ((reason = ANY (ARRAY['withdrawal'::text, 'payout'::text, 'unverified'::text, 'cooling_off'::text, 'reserve'::text, 'earmark'::text, 'accrual_run'::text, 'renewal'::text])))
  constraint hold_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'captured'::text, 'released'::text, 'expired'::text])))
  constraint holds_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint holds_pkey PRIMARY KEY (id)
  CREATE INDEX holds_by_account ON ledger.holds USING btree (account_id)
  CREATE INDEX holds_by_end ON ledger.holds USING btree (ended_at) WHERE (ended_at IS NOT NULL)
  CREATE INDEX holds_by_subject ON ledger.holds USING btree (subject) WHERE (subject IS NOT NULL)
  CREATE UNIQUE INDEX holds_pkey ON ledger.holds USING btree (id)
  CREATE INDEX open_holds_by_account ON ledger.holds USING btree (account_id) WHERE (state = 'open'::text)
  CREATE INDEX open_holds_by_expiry ON ledger.holds USING btree (expires_at) WHERE ((state = 'open'::text) AND (expires_at IS NOT NULL))
  CREATE TRIGGER held_follows_holds AFTER INSERT OR DELETE OR UPDATE ON ledger.holds FOR EACH ROW EXECUTE FUNCTION ledger.follow_hold()  (always)
  CREATE TRIGGER holds_are_never_truncated BEFORE TRUNCATE ON ledger.holds FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (account_id IN ( SELECT accounts.id
   FROM ledger.accounts
  WHERE (accounts.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.journals  (row security)
  id bigint not null
  posted_at timestamp with time zone not null
  xid xid8 not null default pg_current_xact_id()
  actor_id bigint
  kind ledger.journal_kind not null
  value_on date not null
  line_count integer not null
  reverses_id bigint
  cause uuid
  constraint journals_pkey PRIMARY KEY (id)
  constraint journals_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES ledger.journals(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_journal_is_reversed_once ON ledger.journals USING btree (reverses_id) WHERE (reverses_id IS NOT NULL)
  CREATE INDEX journals_by_cause ON ledger.journals USING btree (cause) WHERE (cause IS NOT NULL)
  CREATE UNIQUE INDEX journals_pkey ON ledger.journals USING btree (id)
  CREATE TRIGGER journals_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.journals FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (EXISTS ( SELECT
   FROM ledger.lines l
  WHERE ((l.journal_id = journals.id) AND (l.account_id IN ( SELECT accounts.id
           FROM ledger.accounts
          WHERE (accounts.member_id = ( SELECT identity.me() AS me)))))
 OFFSET 0)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.lines  (row security)
  journal_id bigint not null
  account_id bigint not null
  amount bigint not null
  source_id bigint
  line_no integer not null
  value_on date not null
  constraint lines_pkey PRIMARY KEY (account_id, journal_id, line_no)
  CREATE INDEX lines_by_journal ON ledger.lines USING brin (journal_id) WITH (pages_per_range='16', autosummarize='on')
  CREATE UNIQUE INDEX lines_pkey ON ledger.lines USING btree (account_id, journal_id, line_no)
  CREATE TRIGGER lines_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.lines FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER lines_balance AFTER INSERT ON ledger.lines REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION ledger.balance_lines()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (account_id IN ( SELECT accounts.id
   FROM ledger.accounts
  WHERE (accounts.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.request_keys  (row security)
  actor_id bigint not null
  operation text not null
  key uuid not null
  fingerprint uuid not null
  outcome jsonb
  constraint request_keys_pkey PRIMARY KEY (actor_id, operation, key)
  CREATE UNIQUE INDEX request_keys_pkey ON ledger.request_keys USING btree (actor_id, operation, key)
  CREATE TRIGGER keys_are_kept BEFORE DELETE OR UPDATE ON ledger.request_keys FOR EACH ROW EXECUTE FUNCTION ledger.keep_keys()  (always)
  CREATE TRIGGER keys_are_never_truncated BEFORE TRUNCATE ON ledger.request_keys FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
-- table ledger.seal_secrets  (row security)
  seal_id bigint not null
  secret bytea not null
  constraint seal_secrets_pkey PRIMARY KEY (seal_id)
  constraint seal_secrets_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES ledger.seals(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX seal_secrets_pkey ON ledger.seal_secrets USING btree (seal_id)
  CREATE TRIGGER seal_secrets_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.seal_secrets FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  grant SELECT to coffer_auditor
-- table ledger.seals  (row security)
  id bigint not null
  journal_ids int8multirange not null
  highest bigint not null
  closed_to bigint not null
  journals integer not null
  lines bigint not null
  merkle_root bytea not null
  previous_root bytea not null
  root bytea not null
  horizon xid8 not null
  next_xid xid8 not null
  last_number bigint not null
  posted_until timestamp with time zone not null
  sealed_at timestamp with time zone not null
  constraint a_seal_holds_journals CHECK ((journals > 0))
  constraint seal_roots_are_sha256 CHECK (((length(root) = 32) AND (length(previous_root) = 32) AND (length(merkle_root) = 32)))
  constraint seals_are_numbered_from_one CHECK ((id >= 1))
  constraint seals_pkey PRIMARY KEY (id)
  CREATE INDEX seals_by_highest ON ledger.seals USING btree (highest)
  CREATE INDEX seals_by_next_xid ON ledger.seals USING btree (next_xid)
  CREATE INDEX seals_by_posted_until ON ledger.seals USING btree (posted_until)
  CREATE UNIQUE INDEX seals_pkey ON ledger.seals USING btree (id)
  CREATE TRIGGER seals_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.seals FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy public_seals for SELECT to coffer_auditor, coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ledger.snapshot_runs  (row security)
  closed_to bigint not null
  on_date date not null
  posted_until timestamp with time zone not null
  taken_at timestamp with time zone not null
  constraint snapshot_runs_pkey PRIMARY KEY (closed_to)
  CREATE INDEX snapshot_runs_by_date ON ledger.snapshot_runs USING btree (on_date, closed_to)
  CREATE INDEX snapshot_runs_by_time ON ledger.snapshot_runs USING btree (posted_until, closed_to)
  CREATE UNIQUE INDEX snapshot_runs_pkey ON ledger.snapshot_runs USING btree (closed_to)
  CREATE TRIGGER snapshot_runs_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.snapshot_runs FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  grant SELECT to coffer_auditor
-- table ledger.snapshot_totals  (row security)
  closed_to bigint not null
  kind text not null
  currency text not null
  balance bigint not null
  constraint snapshot_totals_closed_to_fkey FOREIGN KEY (closed_to) REFERENCES ledger.snapshot_runs(closed_to) ON DELETE RESTRICT
  constraint snapshot_totals_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint snapshot_totals_pkey PRIMARY KEY (closed_to, kind, currency)
  CREATE INDEX snapshot_totals_by_currency ON ledger.snapshot_totals USING btree (currency)
  CREATE UNIQUE INDEX snapshot_totals_pkey ON ledger.snapshot_totals USING btree (closed_to, kind, currency)
  CREATE TRIGGER snapshot_totals_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.snapshot_totals FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  grant SELECT to coffer_auditor
-- table ledger.snapshots  (row security)
  account_id bigint not null
  closed_to bigint not null
  balance bigint not null
  constraint snapshots_pkey PRIMARY KEY (account_id, closed_to)
  CREATE UNIQUE INDEX snapshots_pkey ON ledger.snapshots USING btree (account_id, closed_to)
  CREATE TRIGGER snapshots_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.snapshots FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  grant SELECT to coffer_auditor
-- table ledger.unfolded  (row security)
  journal_id bigint not null
  line_no integer not null
  account_id bigint not null
  amount bigint not null
  constraint unfolded_pkey PRIMARY KEY (journal_id, line_no)
  CREATE UNIQUE INDEX unfolded_pkey ON ledger.unfolded USING btree (journal_id, line_no)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function ledger.accounts_touched(p_after bigint, p_hold uuid, p_ended timestamp with time zone) returns bigint[]: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.append_move(p_journal bigint, p_debit bigint, p_credit bigint, p_amount bigint, p_moved integer) returns void: volatile, owner coffer_owner, set enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function ledger.append_shared(p_journal bigint, p_lines ledger.line[]) returns void: volatile, owner coffer_owner, set enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function ledger.balance_as_of(p_account bigint, p_on date) returns bigint: stable, security definer, owner coffer_owner, set search_path="", enable_seqscan=off
-- function ledger.balance_drift(p_after bigint, p_horizon xid8) returns SETOF audit.fault: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.balance_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.balance_known_at(p_account bigint, p_at timestamp with time zone) returns bigint: stable, security definer, owner coffer_owner, set search_path="", enable_seqscan=off
-- function ledger.balance_lines() returns trigger: volatile, owner coffer_owner, set enable_seqscan=off
-- function ledger.balance_through(p_account bigint, p_on date, p_through bigint) returns bigint: stable, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, executed by coffer_reader
-- function ledger.claim_key(p_actor bigint, p_operation text, p_key uuid, p_body jsonb) returns jsonb: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.copy_faults(p_accounts bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.day_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.day_sums(p_currency text, p_from date, p_until date) returns TABLE(value_on date, kind text, account_kind text, debit bigint, credit bigint, lines bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ledger.end_hold(p_hold uuid, p_state text, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.exact_time(p_at timestamp with time zone) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ledger.explain_shortage(p_lines ledger.line[]) returns void: volatile, security definer, owner coffer_owner, set search_path="", enable_nestloop=on
-- function ledger.floor_faults(p_accounts bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.fold_account(p_account bigint) returns bigint: volatile, owner coffer_owner, set enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function ledger.follow_hold() returns trigger: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.forget_marks() returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.held_faults(p_accounts bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.journal_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.journal_form(p_journal ledger.journals) returns bytea: stable, owner coffer_owner
-- function ledger.journal_leaves(p_ids int8multirange, p_secret bytea) returns TABLE(id bigint, lines bigint, posted_at timestamp with time zone, leaf bytea): stable, owner coffer_owner, set search_path="", enable_nestloop=off
-- function ledger.keep_keys() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function ledger.keep_outcome(p_actor bigint, p_operation text, p_key uuid, p_outcome jsonb) returns jsonb: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.key_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.known_until() returns timestamp with time zone: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.line_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.line_form(p_line ledger.lines) returns bytea: stable, owner coffer_owner
-- function ledger.line_salt(p_secret bytea, p_journal bigint, p_line_no integer) returns bytea: immutable, owner coffer_owner
-- function ledger.lock_accounts(p_accounts bigint[]) returns void: volatile, owner coffer_owner, set enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function ledger.merkle_level(p_hashes bytea[]) returns bytea[]: immutable, owner coffer_owner, set search_path=""
-- function ledger.merkle_path(p_leaves bytea[], p_leaf integer) returns jsonb: immutable, owner coffer_owner, set search_path=""
-- function ledger.merkle_root(p_leaves bytea[]) returns bytea: immutable, owner coffer_owner, set search_path=""
-- function ledger.move(p_actor bigint, p_key uuid, p_kind ledger.journal_kind, p_value_on date, p_debit bigint, p_credit bigint, p_amount bigint) returns bigint: volatile, owner coffer_owner, set enable_seqscan=off, enable_bitmapscan=off, plan_cache_mode=force_generic_plan
-- function ledger.move_again(p_actor bigint, p_key uuid, p_print uuid) returns bigint: volatile, owner coffer_owner
-- function ledger.move_balances(p_lines ledger.line[]) returns boolean: volatile, owner coffer_owner, set enable_seqscan=off, enable_hashjoin=off, enable_nestloop=off, plan_cache_mode=force_generic_plan
-- function ledger.move_many(p_moves ledger.movement[]) returns bigint[]: volatile, owner coffer_owner, set enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function ledger.move_print(p_kind ledger.journal_kind, p_debit bigint, p_credit bigint, p_amount bigint) returns uuid: stable, owner coffer_owner
-- function ledger.moves_since(p_member bigint, p_currency text, p_since date) returns TABLE(wallet text, kind text, value_on date, net bigint, credited bigint, credits bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ledger.numbered_after(p_on date) returns bigint: stable, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, executed by coffer_reader
-- function ledger.open_balance() returns trigger: volatile, owner coffer_owner
-- function ledger.open_wallets(p_members bigint[], p_kinds text[], p_currency text) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.operator_account(p_kind text, p_currency text) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.outcome_of(p_actor bigint, p_operation text, p_key uuid, p_body jsonb) returns jsonb: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.place_hold(p_account bigint, p_amount bigint, p_reason text, p_subject uuid, p_at timestamp with time zone, p_expires_at timestamp with time zone DEFAULT NULL::timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.post(p_kind ledger.journal_kind, p_value_on date, p_actor bigint, p_cause uuid, p_lines ledger.line[], p_reverses bigint DEFAULT NULL::bigint, p_hold uuid DEFAULT NULL::uuid, p_at timestamp with time zone DEFAULT NULL::timestamp with time zone) returns bigint: volatile, owner coffer_owner, set enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function ledger.posting_time() returns timestamp with time zone: volatile, owner coffer_owner, set search_path=""
-- function ledger.proof(p_journal bigint, p_line_no integer) returns jsonb: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.refuse_short(p_account bigint, p_available bigint) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.reversal_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.reverse(p_journal bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.seal(p_limit integer, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.seal_root(p_id bigint, p_previous bytea, p_journals bigint, p_lines bigint, p_sealed_at timestamp with time zone, p_merkle_root bytea) returns bytea: stable, owner coffer_owner
-- function ledger.statement(p_account bigint, p_from date, p_until date, p_through bigint DEFAULT '9223372036854775807'::bigint) returns TABLE(journal_id bigint, line_no integer, value_on date, posted_at timestamp with time zone, kind ledger.journal_kind, cause uuid, source_id bigint, amount bigint): stable, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, executed by coffer_reader
-- function ledger.tail_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.take_snapshots(p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off
-- function ledger.trial_balance() returns TABLE(currency text, debit bigint, credit bigint, difference bigint, by_lines bigint, unlike bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ledger.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ledger.verify_changes(p_after bigint, p_hold uuid, p_ended timestamp with time zone, p_horizon xid8) returns SETOF audit.fault: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.wallet(p_member bigint, p_kind text, p_currency text) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function ledger.wallet_lines(p_currency text, p_wallet text, p_from date, p_until date, p_journal bigint, p_line integer, p_limit integer, p_seen pg_snapshot DEFAULT NULL::pg_snapshot) returns TABLE(journal_id bigint, line_no integer, value_on date, posted_at timestamp with time zone, kind text, wallet text, member_id bigint, amount bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- table treasury.clawbacks  (row security)
  id bigint not null identity
  cause uuid not null
  member_id bigint not null
  currency text not null
  amount bigint not null
  recovered bigint not null default 0
  raised_at timestamp with time zone not null
  constraint clawback_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint clawbacks_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint clawbacks_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint clawbacks_pkey PRIMARY KEY (id)
  constraint no_more_is_recovered_than_was_owed CHECK (((recovered >= 0) AND (recovered <= amount)))
  constraint one_clawback_per_cause UNIQUE (cause)
  CREATE INDEX clawbacks_by_currency ON treasury.clawbacks USING btree (currency)
  CREATE INDEX clawbacks_by_member ON treasury.clawbacks USING btree (member_id)
  CREATE INDEX clawbacks_open ON treasury.clawbacks USING btree (member_id, currency, id) WHERE (recovered < amount)
  CREATE UNIQUE INDEX clawbacks_pkey ON treasury.clawbacks USING btree (id)
  CREATE UNIQUE INDEX one_clawback_per_cause ON treasury.clawbacks USING btree (cause)
  CREATE TRIGGER clawbacks_are_kept BEFORE DELETE OR UPDATE ON treasury.clawbacks FOR EACH ROW EXECUTE FUNCTION treasury.keep_clawback()  (always)
  CREATE TRIGGER clawbacks_are_never_truncated BEFORE TRUNCATE ON treasury.clawbacks FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.explanations  (row security)
  id bigint not null identity
  account_id bigint not null
  line_id uuid
  journal_id bigint
  line_no integer
  reason text not null
  note text
  explained_by bigint not null
  explained_at timestamp with time zone not null
  constraint a_bank_line_is_explained_once UNIQUE (line_id)
  constraint a_book_entry_is_explained_once UNIQUE (account_id, journal_id, line_no)
  constraint an_explained_entry_stands_in_the_books FOREIGN KEY (account_id, journal_id, line_no) REFERENCES ledger.lines(account_id, journal_id, line_no) ON DELETE RESTRICT
  constraint another_reason_says_which CHECK (((reason <> 'other'::text) OR (length(note) > 0)))
  constraint explanation_note_is_bounded CHECK ((length(note) <= 500))
  constraint explanation_reason_is_known CHECK ((reason = ANY (ARRAY['bank_fee'::text, 'interest'::text, 'timing'::text, 'unidentified'::text, 'bank_error'::text, 'other'::text])))
  constraint explanations_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint explanations_explained_by_fkey FOREIGN KEY (explained_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint explanations_line_id_fkey FOREIGN KEY (line_id) REFERENCES treasury.statement_lines(id) ON DELETE RESTRICT
  constraint explanations_pkey PRIMARY KEY (id)
  constraint one_thing_is_explained CHECK ((((journal_id IS NULL) = (line_no IS NULL)) AND ((line_id IS NULL) OR (journal_id IS NULL))))
  CREATE UNIQUE INDEX a_bank_line_is_explained_once ON treasury.explanations USING btree (line_id)
  CREATE UNIQUE INDEX a_book_entry_is_explained_once ON treasury.explanations USING btree (account_id, journal_id, line_no)
  CREATE INDEX explanations_by_person ON treasury.explanations USING btree (explained_by)
  CREATE UNIQUE INDEX explanations_pkey ON treasury.explanations USING btree (id)
  CREATE UNIQUE INDEX the_opening_is_explained_once ON treasury.explanations USING btree (account_id) WHERE ((line_id IS NULL) AND (journal_id IS NULL))
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.items  (row security)
  id bigint not null identity
  public_id uuid not null default uuidv7()
  queue_id bigint not null
  journal_kind ledger.journal_kind not null
  credit_account_id bigint not null
  amount bigint not null
  value_on date not null
  source_order bigint not null
  k integer not null default 0
  cause uuid
  hold_reason text
  state text not null default 'awaiting'::text
  journal_id bigint
  recorded_at timestamp with time zone not null
  recorded_xid xid8 not null default pg_current_xact_id()
  paid_horizon xid8
  other_account_id bigint
  other_amount bigint
  reserve_amount bigint
  constraint a_posted_item_names_its_journal CHECK (((state = 'posted'::text) = (journal_id IS NOT NULL)))
  constraint a_reserve_is_part_of_its_item CHECK (((reserve_amount > 0) AND (reserve_amount <= (amount - COALESCE(other_amount, (0)::bigint)))))
  constraint an_item_has_one_part_or_two CHECK ((((other_account_id IS NULL) = (other_amount IS NULL)) AND ((other_amount IS NULL) OR ((other_amount > 0) AND (other_amount < amount)))))
  constraint item_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint item_public_ids_are_unique UNIQUE (public_id)
  constraint item_state_is_known CHECK ((state = ANY (ARRAY['awaiting'::text, 'posted'::text, 'withdrawn'::text])))
  constraint items_are_recorded_once UNIQUE (journal_kind, source_order, k)
  constraint items_credit_account_id_fkey FOREIGN KEY (credit_account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint items_other_account_id_fkey FOREIGN KEY (other_account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint items_pkey PRIMARY KEY (id)
  constraint items_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES treasury.queues(account_id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX item_public_ids_are_unique ON treasury.items USING btree (public_id)
  CREATE UNIQUE INDEX items_are_recorded_once ON treasury.items USING btree (journal_kind, source_order, k)
  CREATE INDEX items_awaiting_in_order ON treasury.items USING btree (queue_id, value_on, source_order, k, id) WHERE (state = 'awaiting'::text)
  CREATE INDEX items_by_cause ON treasury.items USING btree (cause) WHERE (cause IS NOT NULL)
  CREATE INDEX items_by_credit_account ON treasury.items USING btree (credit_account_id)
  CREATE INDEX items_by_other_account ON treasury.items USING btree (other_account_id) WHERE (other_account_id IS NOT NULL)
  CREATE INDEX items_by_queue ON treasury.items USING btree (queue_id)
  CREATE INDEX items_cooling_off ON treasury.items USING btree (id) WHERE (hold_reason = 'cooling_off'::text)
  CREATE UNIQUE INDEX items_pkey ON treasury.items USING btree (id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (credit_account_id IN ( SELECT accounts.id
   FROM ledger.accounts
  WHERE (accounts.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.matches  (row security)
  line_id uuid not null
  account_id bigint not null
  journal_id bigint not null
  line_no integer not null
  how text not null
  matched_by bigint not null
  matched_at timestamp with time zone not null
  constraint a_bank_line_matches_one_book_entry PRIMARY KEY (line_id)
  constraint a_book_entry_matches_one_bank_line UNIQUE (account_id, journal_id, line_no)
  constraint a_match_names_an_entry_of_the_books FOREIGN KEY (account_id, journal_id, line_no) REFERENCES ledger.lines(account_id, journal_id, line_no) ON DELETE RESTRICT
  constraint match_is_by_reference_or_by_person CHECK ((how = ANY (ARRAY['reference'::text, 'person'::text])))
  constraint matches_line_id_fkey FOREIGN KEY (line_id) REFERENCES treasury.statement_lines(id) ON DELETE RESTRICT
  constraint matches_matched_by_fkey FOREIGN KEY (matched_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_bank_line_matches_one_book_entry ON treasury.matches USING btree (line_id)
  CREATE UNIQUE INDEX a_book_entry_matches_one_bank_line ON treasury.matches USING btree (account_id, journal_id, line_no)
  CREATE INDEX matches_by_person ON treasury.matches USING btree (matched_by)
  CREATE TRIGGER matches_are_equal BEFORE INSERT ON treasury.matches FOR EACH ROW EXECUTE FUNCTION treasury.guard_match()  (always)
  CREATE TRIGGER matches_are_not_edited BEFORE UPDATE OR TRUNCATE ON treasury.matches FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.queues  (row security)
  account_id bigint not null
  name text not null
  currency text not null
  constraint one_queue_per_treasury_and_currency UNIQUE (name, currency)
  constraint queues_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint queues_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint queues_pkey PRIMARY KEY (account_id)
  constraint treasury_name_is_known CHECK ((name = ANY (ARRAY['returns'::text, 'commission'::text, 'promo'::text])))
  CREATE UNIQUE INDEX one_queue_per_treasury_and_currency ON treasury.queues USING btree (name, currency)
  CREATE INDEX queues_by_currency ON treasury.queues USING btree (currency)
  CREATE UNIQUE INDEX queues_pkey ON treasury.queues USING btree (account_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.reconciled_accounts  (row security)
  account_id bigint not null
  salt bytea not null default (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
  begins_on date
  opening bigint
  mapping jsonb not null default '{}'::jsonb
  constraint opening_balance_is_bounded CHECK ((abs(opening) <= '9000000000000000'::bigint))
  constraint reconciled_accounts_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint reconciled_accounts_pkey PRIMARY KEY (account_id)
  constraint what_is_reconciled_has_a_beginning CHECK (((begins_on IS NULL) = (opening IS NULL)))
  CREATE UNIQUE INDEX reconciled_accounts_pkey ON treasury.reconciled_accounts USING btree (account_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table treasury.recoveries  (row security)
  journal_id bigint not null
  clawback_id bigint not null
  amount bigint not null
  item_id bigint
  constraint a_recovery_stands_once PRIMARY KEY (journal_id, clawback_id)
  constraint recoveries_clawback_id_fkey FOREIGN KEY (clawback_id) REFERENCES treasury.clawbacks(id) ON DELETE RESTRICT
  constraint recoveries_item_id_fkey FOREIGN KEY (item_id) REFERENCES treasury.items(id) ON DELETE RESTRICT
  constraint recovery_amount_is_positive CHECK ((amount > 0))
  CREATE UNIQUE INDEX a_recovery_stands_once ON treasury.recoveries USING btree (journal_id, clawback_id)
  CREATE INDEX recoveries_by_clawback ON treasury.recoveries USING btree (clawback_id)
  CREATE INDEX recoveries_by_item ON treasury.recoveries USING btree (item_id)
  CREATE TRIGGER recoveries_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON treasury.recoveries FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (clawback_id IN ( SELECT clawbacks.id
   FROM treasury.clawbacks
  WHERE (clawbacks.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.sheet_items  (row security)
  sheet_id uuid not null
  item_no integer not null
  side text not null
  line_id uuid
  journal_id bigint
  line_no integer
  amount bigint not null
  dated_on date not null
  reason text not null
  note text
  explained_by bigint
  constraint sheet_item_amount_is_bounded CHECK ((abs(amount) <= '9000000000000000'::bigint))
  constraint sheet_item_side_is_known CHECK ((side = ANY (ARRAY['bank'::text, 'books'::text, 'opening'::text])))
  constraint sheet_items_explained_by_fkey FOREIGN KEY (explained_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint sheet_items_line_id_fkey FOREIGN KEY (line_id) REFERENCES treasury.statement_lines(id) ON DELETE RESTRICT
  constraint sheet_items_pkey PRIMARY KEY (sheet_id, item_no)
  constraint sheet_items_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES treasury.sheets(id) ON DELETE RESTRICT
  CREATE INDEX sheet_items_by_line ON treasury.sheet_items USING btree (line_id) WHERE (line_id IS NOT NULL)
  CREATE INDEX sheet_items_by_person ON treasury.sheet_items USING btree (explained_by)
  CREATE UNIQUE INDEX sheet_items_pkey ON treasury.sheet_items USING btree (sheet_id, item_no)
  CREATE TRIGGER sheet_items_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON treasury.sheet_items FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.sheets  (row security)
  id uuid not null default uuidv7()
  account_id bigint not null
  day_on date not null
  currency text not null
  requirement bigint not null
  bank_balance bigint not null
  opening_difference bigint not null
  bank_sum bigint not null
  books_sum bigint not null
  matched_count bigint not null
  fingerprint bytea not null
  state text not null default 'submitted'::text
  submitted_by bigint not null
  submitted_at timestamp with time zone not null
  decided_at timestamp with time zone
  constraint a_decided_sheet_says_when CHECK (((state = 'submitted'::text) = (decided_at IS NULL)))
  constraint a_sheet_leaves_no_difference CHECK (((bank_balance - requirement) = ((opening_difference + bank_sum) - books_sum)))
  constraint sheet_bank_balance_is_bounded CHECK ((abs(bank_balance) <= '9000000000000000'::bigint))
  constraint sheet_requirement_is_bounded CHECK ((abs(requirement) <= '9000000000000000'::bigint))
  constraint sheet_state_is_known CHECK ((state = ANY (ARRAY['submitted'::text, 'signed'::text, 'rejected'::text, 'cancelled'::text])))
  constraint sheets_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint sheets_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint sheets_pkey PRIMARY KEY (id)
  constraint sheets_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX one_standing_sheet_per_account_and_day ON treasury.sheets USING btree (account_id, day_on) WHERE (state = ANY (ARRAY['submitted'::text, 'signed'::text]))
  CREATE INDEX sheets_by_account ON treasury.sheets USING btree (account_id, day_on DESC)
  CREATE INDEX sheets_by_currency ON treasury.sheets USING btree (currency)
  CREATE INDEX sheets_by_person ON treasury.sheets USING btree (submitted_by)
  CREATE UNIQUE INDEX sheets_pkey ON treasury.sheets USING btree (id)
  CREATE TRIGGER sheets_are_kept BEFORE DELETE OR UPDATE ON treasury.sheets FOR EACH ROW EXECUTE FUNCTION treasury.guard_sheet()  (always)
  CREATE TRIGGER sheets_are_never_truncated BEFORE TRUNCATE ON treasury.sheets FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.stated_balances  (row security)
  statement_id uuid not null
  account_id bigint not null
  day_on date not null
  balance bigint not null
  constraint a_statement_closes_a_day_once PRIMARY KEY (statement_id, day_on)
  constraint stated_balance_is_bounded CHECK ((abs(balance) <= '9000000000000000'::bigint))
  constraint stated_balances_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint stated_balances_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES treasury.statements(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_statement_closes_a_day_once ON treasury.stated_balances USING btree (statement_id, day_on)
  CREATE INDEX stated_balances_by_account ON treasury.stated_balances USING btree (account_id, day_on)
  CREATE TRIGGER stated_balances_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON treasury.stated_balances FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.statement_lines  (row security)
  id uuid not null default uuidv7()
  statement_id uuid not null
  account_id bigint not null
  identity bytea not null
  line_no integer not null
  booked_on date not null
  value_on date not null
  amount bigint not null
  currency text not null
  bank_reference text
  reference text
  text text
  constraint a_bank_line_is_imported_once UNIQUE (account_id, identity)
  constraint bank_reference_is_bounded CHECK ((length(bank_reference) <= 140))
  constraint line_reference_is_bounded CHECK ((length(reference) <= 140))
  constraint line_text_is_bounded CHECK ((length(text) <= 500))
  constraint statement_line_moves_something CHECK (((amount <> 0) AND (abs(amount) <= '9000000000000000'::bigint)))
  constraint statement_lines_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint statement_lines_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint statement_lines_pkey PRIMARY KEY (id)
  constraint statement_lines_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES treasury.statements(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_bank_line_is_imported_once ON treasury.statement_lines USING btree (account_id, identity)
  CREATE INDEX statement_lines_by_bank_reference ON treasury.statement_lines USING btree (lower(bank_reference)) WHERE (bank_reference IS NOT NULL)
  CREATE INDEX statement_lines_by_currency ON treasury.statement_lines USING btree (currency)
  CREATE INDEX statement_lines_by_day ON treasury.statement_lines USING btree (account_id, booked_on)
  CREATE INDEX statement_lines_by_reference ON treasury.statement_lines USING btree (lower(reference)) WHERE (reference IS NOT NULL)
  CREATE INDEX statement_lines_by_statement ON treasury.statement_lines USING btree (statement_id)
  CREATE UNIQUE INDEX statement_lines_pkey ON treasury.statement_lines USING btree (id)
  CREATE TRIGGER statement_lines_are_kept BEFORE DELETE OR UPDATE OF statement_id, account_id, identity, line_no, booked_on, value_on, amount, currency OR TRUNCATE ON treasury.statement_lines FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table treasury.statements  (row security)
  id uuid not null default uuidv7()
  account_id bigint not null
  file_name text not null
  file_hash bytea not null
  format text not null
  imported_by bigint not null
  imported_at timestamp with time zone not null
  imported integer not null default 0
  skipped integer not null default 0
  refused integer not null default 0
  matched integer not null default 0
  remarks jsonb not null default '[]'::jsonb
  closed_at timestamp with time zone
  constraint statement_file_name_is_bounded CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint statement_format_is_known CHECK ((format = ANY (ARRAY['csv'::text, 'camt.053'::text])))
  constraint statement_hash_is_sha256 CHECK ((length(file_hash) = 32))
  constraint statements_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint statements_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint statements_pkey PRIMARY KEY (id)
  CREATE INDEX statements_by_account ON treasury.statements USING btree (account_id, imported_at DESC)
  CREATE INDEX statements_by_person ON treasury.statements USING btree (imported_by)
  CREATE UNIQUE INDEX statements_pkey ON treasury.statements USING btree (id)
  CREATE TRIGGER statements_are_kept BEFORE DELETE OR UPDATE OF account_id, file_hash, format, imported_by, imported_at OR TRUNCATE ON treasury.statements FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table treasury.sweeps  (row security)
  id uuid not null default uuidv7()
  request_id uuid not null
  currency text not null
  held bigint not null
  own bigint not null
  bank_account_id bigint not null
  journal_id bigint not null
  swept_at timestamp with time zone not null
  constraint a_request_sweeps_once UNIQUE (request_id)
  constraint a_sweep_takes_something CHECK (((held + own) > 0))
  constraint sweeps_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint sweeps_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint sweeps_pkey PRIMARY KEY (id)
  constraint swept_own_money_is_not_negative CHECK (((own >= 0) AND (own <= '9000000000000000'::bigint)))
  constraint swept_vehicle_money_is_not_negative CHECK (((held >= 0) AND (held <= '9000000000000000'::bigint)))
  CREATE UNIQUE INDEX a_request_sweeps_once ON treasury.sweeps USING btree (request_id)
  CREATE INDEX sweeps_by_bank_account ON treasury.sweeps USING btree (bank_account_id)
  CREATE INDEX sweeps_by_currency ON treasury.sweeps USING btree (currency, swept_at)
  CREATE UNIQUE INDEX sweeps_pkey ON treasury.sweeps USING btree (id)
  CREATE TRIGGER sweeps_are_append_only BEFORE DELETE OR UPDATE ON treasury.sweeps FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER sweeps_are_never_truncated BEFORE TRUNCATE ON treasury.sweeps FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function treasury.add_lines(p_statement uuid, p_lines jsonb, p_today date) returns jsonb: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.check_sheet(p_sheet uuid) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.check_sweep(p_currency text, p_held bigint, p_own bigint) returns void: stable, owner coffer_owner, set search_path=""
-- function treasury.clawback_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.coverage() returns TABLE(currency text, bank bigint, deployed bigint, owed bigint, invested bigint, returns bigint, awaiting_count bigint, awaiting_sum bigint, returns_awaiting bigint, awaiting_oldest_on date): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.coverage_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.day_figures(p_account bigint, p_on date) returns treasury.day_figures: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.draw_earmark(p_hold uuid, p_amount bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.earmark(p_queue bigint, p_amount bigint, p_subject uuid, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.earmark_faults(p_hold uuid DEFAULT NULL::uuid) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.end_sheet(p_sheet uuid, p_state text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.explain(p_account bigint, p_items text[], p_reason text, p_note text, p_by bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.free_money(p_queue bigint) returns bigint: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.free_of(p_account bigint, p_cause uuid, p_amount bigint) returns bigint: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.fund(p_name text, p_currency text, p_amount bigint, p_bank_account bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.guard_match() returns trigger: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.guard_sheet() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function treasury.held_lines(p_currency text, p_amount bigint, p_accounts bigint[]) returns ledger.line[]: volatile, owner coffer_owner, set search_path=""
-- function treasury.item_faults(p_items bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.items_touched(p_after bigint, p_item bigint) returns bigint[]: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.keep_clawback() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function treasury.lock_reconciled(p_account bigint) returns treasury.reconciled_accounts: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.match(p_account bigint, p_lines uuid[], p_journals bigint[], p_line_nos integer[], p_how text, p_by bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.open_items(p_account bigint, p_on date) returns SETOF treasury.open_item: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.open_statement(p_account bigint, p_file_name text, p_hash bytea, p_format text, p_begins_on date, p_opening bigint, p_closings jsonb, p_by bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.order_faults(p_items bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.owe(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.owed(p_member bigint) returns TABLE(currency text, amount bigint): stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.payment_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.queue(p_name text, p_currency text) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.reached(p_account bigint, p_on date) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.reconciled() returns TABLE(currency text, reconciled_on date, signed_at timestamp with time zone): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.record(p_treasury text, p_currency text, p_kind ledger.journal_kind, p_credit_account bigint, p_amount bigint, p_value_on date, p_source_order bigint, p_k integer, p_cause uuid, p_at timestamp with time zone, p_hold_reason text DEFAULT NULL::text, p_other_account bigint DEFAULT NULL::bigint, p_other_amount bigint DEFAULT NULL::bigint, p_reserve bigint DEFAULT NULL::bigint) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.recover(p_items bigint[], p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.recover_from(p_account bigint, p_free bigint, p_value_on date, p_cause uuid, p_item bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.release_cooling(p_items bigint[], p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.release_unverified(p_member bigint, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.settle(p_queue bigint, p_limit integer, p_at timestamp with time zone, OUT posted integer, OUT waiting bigint, OUT items bigint[]) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.submit_sheet(p_account bigint, p_on date, p_today date, p_by bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.sweep(p_request uuid, p_currency text, p_held bigint, p_own bigint, p_bank_account bigint, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.sweep_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.sweepable() returns TABLE(currency text, held bigint, own bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function treasury.take_back(p_name text, p_currency text, p_amount bigint, p_bank_account bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.take_item_back(p_item bigint, p_value_on date, p_cause uuid, p_at timestamp with time zone, OUT journal_id bigint, OUT missing bigint) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.unmatch(p_line uuid) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function treasury.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.verify_changes(p_after bigint, p_item bigint, p_hold uuid) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function treasury.withdraw_item(p_item bigint, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- table approval.decisions  (row security)
  request_id uuid not null
  staff_id bigint not null
  decision text not null
  note text
  decided_at timestamp with time zone not null
  constraint decision_is_approve_or_reject CHECK ((decision = ANY (ARRAY['approve'::text, 'reject'::text])))
  constraint decisions_request_id_fkey FOREIGN KEY (request_id) REFERENCES approval.requests(id) ON DELETE RESTRICT
  constraint decisions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint one_person_decides_once PRIMARY KEY (request_id, staff_id)
  CREATE INDEX decisions_by_staff ON approval.decisions USING btree (staff_id, decided_at DESC)
  CREATE INDEX decisions_by_time ON approval.decisions USING btree (decided_at)
  CREATE UNIQUE INDEX one_person_decides_once ON approval.decisions USING btree (request_id, staff_id)
  CREATE TRIGGER decisions_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON approval.decisions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER decisions_are_guarded BEFORE INSERT ON approval.decisions FOR EACH ROW EXECUTE FUNCTION approval.guard_decision()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (request_id IN ( SELECT requests.id
   FROM approval.requests
  WHERE (requests.beneficiary_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table approval.requests  (row security)
  id uuid not null default uuidv7()
  reference text not null
  kind text not null
  subject_id uuid not null
  subject_label text not null default ''::text
  amount bigint
  currency text
  maker_id bigint not null
  maker_type text not null
  beneficiary_id bigint
  payload jsonb not null
  payload_hash bytea not null
  needed smallint not null
  state text not null default 'pending'::text
  note text
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  decided_at timestamp with time zone
  executed_at timestamp with time zone
  constraint a_decided_request_says_when CHECK (((state = 'pending'::text) = (decided_at IS NULL)))
  constraint a_rejection_says_why CHECK (((state <> 'rejected'::text) OR (length(TRIM(BOTH FROM note)) > 0)))
  constraint approved_is_executed TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint request_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint request_kind_is_known CHECK ((kind = ANY (ARRAY['deposit'::text, 'withdrawal'::text, 'plan_activation'::text, 'treasury_funding'::text, 'treasury_return'::text, 'bank_transfer'::text, 'reconciliation'::text, 'kyc'::text, 'milestone'::text, 'recovery'::text, 'claim'::text, 'booking_payment'::text, 'booking_cancel'::text, 'payout'::text, 'compensation_activation'::text, 'tax_deposit'::text, 'staff_role'::text, 'setting'::text, 'suspension'::text, 'manual_journal'::text, 'journal_reversal'::text, 'sweep'::text, 'company_import'::text])))
  constraint request_maker_is_member_or_staff CHECK ((maker_type = ANY (ARRAY['member'::text, 'staff'::text])))
  constraint request_needs_one_or_two CHECK ((needed = ANY (ARRAY[1, 2])))
  constraint request_note_is_bounded CHECK ((length(note) <= 1000))
  constraint request_references_are_unique UNIQUE (reference)
  constraint request_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'cancelled'::text, 'expired'::text])))
  constraint requests_beneficiary_id_fkey FOREIGN KEY (beneficiary_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint requests_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint requests_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX one_open_request_per_subject ON approval.requests USING btree (kind, subject_id) WHERE (state = 'pending'::text)
  CREATE UNIQUE INDEX request_references_are_unique ON approval.requests USING btree (reference)
  CREATE INDEX requests_by_beneficiary ON approval.requests USING btree (beneficiary_id) WHERE (beneficiary_id IS NOT NULL)
  CREATE INDEX requests_by_currency ON approval.requests USING btree (currency)
  CREATE INDEX requests_by_decision ON approval.requests USING btree (decided_at) WHERE (decided_at IS NOT NULL)
  CREATE INDEX requests_by_kind ON approval.requests USING btree (kind, state, created_at DESC, id DESC)
  CREATE INDEX requests_by_kind_and_time ON approval.requests USING btree (kind, created_at DESC, id DESC)
  CREATE INDEX requests_by_label ON approval.requests USING gin (subject_label gin_trgm_ops)
  CREATE INDEX requests_by_maker ON approval.requests USING btree (maker_id)
  CREATE INDEX requests_by_state ON approval.requests USING btree (state, created_at DESC, id DESC)
  CREATE INDEX requests_by_subject ON approval.requests USING btree (subject_id)
  CREATE INDEX requests_by_time ON approval.requests USING btree (created_at DESC, id DESC)
  CREATE INDEX requests_open_by_expiry ON approval.requests USING btree (expires_at) WHERE ((state = 'pending'::text) AND (expires_at IS NOT NULL))
  CREATE UNIQUE INDEX requests_pkey ON approval.requests USING btree (id)
  CREATE CONSTRAINT TRIGGER approved_is_executed AFTER INSERT OR UPDATE ON approval.requests DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'approved'::text)) EXECUTE FUNCTION approval.require_execution()  (always)
  CREATE TRIGGER requests_are_guarded BEFORE DELETE OR UPDATE ON approval.requests FOR EACH ROW EXECUTE FUNCTION approval.guard_request()  (always)
  CREATE TRIGGER requests_are_never_truncated BEFORE TRUNCATE ON approval.requests FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR ((maker_type = 'member'::text) AND (maker_id = ( SELECT identity.me() AS me))) OR (beneficiary_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function approval.approvals_given(p_request uuid) returns integer: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function approval.begin_execution(p_request uuid, p_at timestamp with time zone) returns approval.requests: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.call_off(p_request uuid, p_note text, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.cancel(p_request uuid, p_actor bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.cancel_newest(p_kind text, p_subject uuid, p_actor bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.count_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function approval.decide(p_request uuid, p_staff bigint, p_decision text, p_note text, p_payload_hash text, p_at timestamp with time zone, p_later boolean DEFAULT false, OUT state text, OUT given integer, OUT needed integer) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.executed(p_request uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.execution_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function approval.guard_decision() returns trigger: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.guard_request() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function approval.maker_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function approval.open(p_kind text, p_subject uuid, p_label text, p_amount bigint, p_currency text, p_maker bigint, p_maker_type text, p_beneficiary bigint, p_payload jsonb, p_needed smallint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.payload_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function approval.people_needed(p_amount bigint, p_currency text) returns smallint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function approval.refusal_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function approval.require_execution() returns trigger: volatile, security definer, owner coffer_owner, set search_path=""
-- function approval.verify(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- table referral.clawbacks  (row security)
  commission_id bigint not null
  unpaid bigint not null
  returned bigint not null
  owed bigint not null
  journal_id bigint
  taken_at timestamp with time zone not null
  constraint a_clawback_of_paid_money_names_its_journal CHECK (((journal_id IS NULL) = ((returned + owed) = 0)))
  constraint a_clawback_takes_something CHECK ((((unpaid + returned) + owed) > 0))
  constraint clawback_owed_is_not_negative CHECK ((owed >= 0))
  constraint clawback_returned_is_not_negative CHECK ((returned >= 0))
  constraint clawback_unpaid_is_not_negative CHECK ((unpaid >= 0))
  constraint clawbacks_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES referral.commissions(id) ON DELETE RESTRICT
  constraint clawbacks_pkey PRIMARY KEY (commission_id)
  constraint what_was_never_paid_is_not_returned CHECK (((unpaid = 0) OR ((returned + owed) = 0)))
  CREATE INDEX clawbacks_by_time ON referral.clawbacks USING btree (taken_at)
  CREATE UNIQUE INDEX clawbacks_pkey ON referral.clawbacks USING btree (commission_id)
  CREATE TRIGGER clawbacks_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON referral.clawbacks FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (commission_id IN ( SELECT commissions.id
   FROM referral.commissions
  WHERE (commissions.referrer_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table referral.commissions  (row security)
  id bigint not null identity
  referrer_id bigint not null
  referred_id bigint not null
  source_kind text not null
  source_id uuid not null
  source_reference text not null
  currency text not null
  base bigint not null
  rate numeric not null
  amount bigint not null
  item_id bigint
  journal_id bigint
  earned_at timestamp with time zone not null
  constraint a_commission_is_an_item_or_a_journal CHECK (((item_id IS NULL) <> (journal_id IS NULL)))
  constraint commission_amount_is_positive CHECK ((amount > 0))
  constraint commission_base_is_positive CHECK ((base > 0))
  constraint commission_rate_is_a_percentage CHECK (((rate >= (0)::numeric) AND (rate <= (100)::numeric)))
  constraint commission_source_is_known CHECK ((source_kind = ANY (ARRAY['investment'::text, 'ev_payment'::text])))
  constraint commissions_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint commissions_item_id_fkey FOREIGN KEY (item_id) REFERENCES treasury.items(id) ON DELETE RESTRICT
  constraint commissions_pkey PRIMARY KEY (id)
  constraint commissions_referred_id_fkey FOREIGN KEY (referred_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint commissions_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint one_commission_per_source UNIQUE (source_kind, source_id)
  CREATE INDEX commissions_by_currency ON referral.commissions USING btree (currency)
  CREATE INDEX commissions_by_item ON referral.commissions USING btree (item_id)
  CREATE INDEX commissions_by_referred ON referral.commissions USING btree (referred_id)
  CREATE INDEX commissions_by_referrer ON referral.commissions USING btree (referrer_id, id DESC)
  CREATE INDEX commissions_by_time ON referral.commissions USING btree (earned_at)
  CREATE UNIQUE INDEX commissions_pkey ON referral.commissions USING btree (id)
  CREATE UNIQUE INDEX one_commission_per_source ON referral.commissions USING btree (source_kind, source_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (referrer_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table referral.milestone_claims  (row security)
  id uuid not null default uuidv7()
  reference text not null
  milestone_id uuid not null
  member_id bigint not null
  counted bigint[] not null
  state text not null default 'pending'::text
  reason text
  item_id bigint
  claimed_at timestamp with time zone not null
  decided_at timestamp with time zone
  constraint a_claim_counts_somebody CHECK ((cardinality(counted) > 0))
  constraint a_decided_claim_says_when CHECK (((state = 'pending'::text) = (decided_at IS NULL)))
  constraint an_approved_claim_names_its_item CHECK (((state = 'approved'::text) = (item_id IS NOT NULL)))
  constraint claim_reason_is_bounded CHECK ((length(reason) <= 1000))
  constraint claim_references_are_unique UNIQUE (reference)
  constraint claim_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text])))
  constraint milestone_claims_item_id_fkey FOREIGN KEY (item_id) REFERENCES treasury.items(id) ON DELETE RESTRICT
  constraint milestone_claims_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint milestone_claims_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES referral.milestones(id) ON DELETE RESTRICT
  constraint milestone_claims_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX a_milestone_is_claimed_once ON referral.milestone_claims USING btree (milestone_id, member_id) WHERE (state <> 'rejected'::text)
  CREATE UNIQUE INDEX claim_references_are_unique ON referral.milestone_claims USING btree (reference)
  CREATE INDEX claims_by_decision ON referral.milestone_claims USING btree (decided_at)
  CREATE INDEX claims_by_member ON referral.milestone_claims USING btree (member_id, claimed_at DESC)
  CREATE INDEX claims_by_milestone ON referral.milestone_claims USING btree (milestone_id)
  CREATE UNIQUE INDEX milestone_claims_pkey ON referral.milestone_claims USING btree (id)
  CREATE UNIQUE INDEX one_claim_per_item ON referral.milestone_claims USING btree (item_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table referral.milestones  (row security)
  id uuid not null default uuidv7()
  name text not null
  needed integer not null
  reward bigint not null
  currency text not null
  starts_on date not null
  ends_on date
  created_by bigint not null
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint a_milestone_ends_after_it_starts CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
  constraint a_milestone_is_offered_once UNIQUE (name, starts_on)
  constraint milestone_name_is_bounded CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  constraint milestone_needs_somebody CHECK (((needed >= 1) AND (needed <= 1000000)))
  constraint milestone_reward_is_positive CHECK (((reward > 0) AND (reward <= '9000000000000000'::bigint)))
  constraint milestones_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint milestones_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint milestones_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX a_milestone_is_offered_once ON referral.milestones USING btree (name, starts_on)
  CREATE INDEX milestones_by_currency ON referral.milestones USING btree (currency)
  CREATE INDEX milestones_by_maker ON referral.milestones USING btree (created_by)
  CREATE UNIQUE INDEX milestones_pkey ON referral.milestones USING btree (id)
  CREATE TRIGGER milestones_are_kept BEFORE DELETE OR UPDATE ON referral.milestones FOR EACH ROW EXECUTE FUNCTION referral.keep_milestone()  (always)
  CREATE TRIGGER milestones_are_never_truncated BEFORE TRUNCATE ON referral.milestones FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table referral.referrals  (row security)
  referred_id bigint not null
  referrer_id bigint not null
  created_at timestamp with time zone not null
  constraint nobody_refers_themselves CHECK ((referred_id <> referrer_id))
  constraint referrals_pkey PRIMARY KEY (referred_id)
  constraint referrals_referred_id_fkey FOREIGN KEY (referred_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint referrals_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  CREATE INDEX referrals_by_referrer ON referral.referrals USING btree (referrer_id, created_at DESC)
  CREATE UNIQUE INDEX referrals_pkey ON referral.referrals USING btree (referred_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (referrer_id = ( SELECT identity.me() AS me)) OR (referred_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function referral.attach(p_referred bigint, p_referrer bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.claim_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function referral.claim_milestone(p_member bigint, p_milestone uuid, p_counted bigint[], p_on date, p_at timestamp with time zone) returns referral.milestone_claims: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.claw_back(p_source_kind text, p_source uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.clawback_accounts(p_source_kind text, p_sources uuid[]) returns bigint[]: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.clawback_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function referral.earn(p_referred bigint, p_source_kind text, p_source uuid, p_reference text, p_currency text, p_base bigint, p_rate numeric, p_value_on date, p_at timestamp with time zone, p_prefunded boolean DEFAULT false, p_hold text DEFAULT NULL::text) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.keep_milestone() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function referral.offer_milestone(p_name text, p_needed integer, p_reward bigint, p_currency text, p_starts_on date, p_ends_on date, p_by bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.pay_claim(p_claim uuid, p_value_on date, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.payment_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function referral.rate_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function referral.reject_claim(p_claim uuid, p_reason text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function referral.verify(p_after bigint DEFAULT NULL::bigint, p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- table funding.deposits  (row security)
  id uuid not null default uuidv7()
  reference text not null
  member_id bigint not null
  method_id uuid not null
  currency text not null
  amount bigint not null
  received bigint
  transaction_reference text not null
  file_id uuid
  state text not null default 'pending'::text
  reason text
  journal_id bigint
  submitted_at timestamp with time zone not null
  decided_at timestamp with time zone
  constraint an_approved_deposit_names_its_journal CHECK (((state = 'approved'::text) = ((journal_id IS NOT NULL) AND (received IS NOT NULL))))
  constraint deposit_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint deposit_received_is_positive CHECK (((received > 0) AND (received <= '9000000000000000'::bigint)))
  constraint deposit_references_are_unique UNIQUE (reference)
  constraint deposit_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'cancelled'::text])))
  constraint deposit_transaction_reference_is_bounded CHECK (((length(transaction_reference) >= 1) AND (length(transaction_reference) <= 120)))
  constraint deposits_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint deposits_file_id_fkey FOREIGN KEY (file_id) REFERENCES funding.files(id) ON DELETE RESTRICT
  constraint deposits_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint deposits_method_id_fkey FOREIGN KEY (method_id) REFERENCES funding.methods(id) ON DELETE RESTRICT
  constraint deposits_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX deposit_references_are_unique ON funding.deposits USING btree (reference)
  CREATE INDEX deposits_by_currency ON funding.deposits USING btree (currency)
  CREATE INDEX deposits_by_decision ON funding.deposits USING btree (decided_at) WHERE (decided_at IS NOT NULL)
  CREATE INDEX deposits_by_file ON funding.deposits USING btree (file_id)
  CREATE INDEX deposits_by_member ON funding.deposits USING btree (member_id, submitted_at DESC, id DESC)
  CREATE INDEX deposits_by_method ON funding.deposits USING btree (method_id)
  CREATE INDEX deposits_by_transaction ON funding.deposits USING btree (lower(transaction_reference))
  CREATE UNIQUE INDEX deposits_pkey ON funding.deposits USING btree (id)
  CREATE UNIQUE INDEX transaction_references_are_used_once_per_method ON funding.deposits USING btree (method_id, lower(transaction_reference)) WHERE (state = ANY (ARRAY['pending'::text, 'approved'::text]))
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table funding.destinations  (row security)
  id uuid not null default uuidv7()
  member_id bigint not null
  type text not null
  label text not null
  address text
  account_name text
  account_number text
  ifsc text
  created_at timestamp with time zone not null
  usable_at timestamp with time zone not null
  removed_at timestamp with time zone
  cancel_hash bytea
  payee_id uuid
  constraint a_destination_is_a_bank_account_or_an_address CHECK (
CASE type
    WHEN 'BANK'::text THEN ((address IS NULL) AND (account_name IS NOT NULL) AND (account_number IS NOT NULL))
    ELSE ((address IS NOT NULL) AND (account_number IS NULL) AND (ifsc IS NULL))
END)
  constraint cancel_hash_is_sha256 CHECK ((length(cancel_hash) = 32))
  constraint cancel_words_are_unique UNIQUE (cancel_hash)
  constraint destination_account_name_is_bounded CHECK (((length(account_name) >= 1) AND (length(account_name) <= 120)))
  constraint destination_account_number_is_bounded CHECK ((account_number ~ '^[0-9A-Z]{5,34}$'::text))
  constraint destination_address_is_bounded CHECK (((length(address) >= 20) AND (length(address) <= 128)))
  constraint destination_ifsc_is_well_formed CHECK ((ifsc ~ '^[A-Z]{4}0[A-Z0-9]{6}$'::text))
  constraint destination_label_is_one_to_sixty CHECK (((length(label) >= 1) AND (length(label) <= 60)))
  constraint destination_type_is_known CHECK ((type = ANY (ARRAY['BANK'::text, 'BTC'::text, 'ETH'::text, 'USDT_TRC20'::text, 'USDT_ERC20'::text, 'DOGE'::text, 'LTC'::text])))
  constraint destinations_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint destinations_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX a_destination_stands_once_per_member ON funding.destinations USING btree (member_id, type, COALESCE(address, account_number)) WHERE ((removed_at IS NULL) AND (payee_id IS NULL))
  CREATE UNIQUE INDEX a_payee_has_one_account ON funding.destinations USING btree (payee_id) WHERE ((removed_at IS NULL) AND (payee_id IS NOT NULL))
  CREATE UNIQUE INDEX cancel_words_are_unique ON funding.destinations USING btree (cancel_hash)
  CREATE INDEX destinations_by_account ON funding.destinations USING btree (lower(COALESCE(address, account_number)))
  CREATE INDEX destinations_by_member ON funding.destinations USING btree (member_id, created_at DESC)
  CREATE INDEX destinations_by_payee ON funding.destinations USING btree (payee_id) WHERE (payee_id IS NOT NULL)
  CREATE UNIQUE INDEX destinations_pkey ON funding.destinations USING btree (id)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table funding.files  (row security)
  id uuid not null
  owner_id bigint not null
  name text not null
  mime text not null
  bytes integer not null
  sha256 bytea not null
  uploaded_at timestamp with time zone not null
  constraint file_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint file_is_at_most_ten_megabytes CHECK (((bytes >= 1) AND (bytes <= 10485760)))
  constraint file_is_pdf_png_or_jpeg CHECK ((mime = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])))
  constraint file_name_is_bounded CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint files_pkey PRIMARY KEY (id)
  CREATE INDEX files_by_owner ON funding.files USING btree (owner_id)
  CREATE UNIQUE INDEX files_pkey ON funding.files USING btree (id)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (owner_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table funding.methods  (row security)
  id uuid not null default uuidv7()
  name text not null
  type text not null
  currency text not null
  address text
  instructions text not null
  details jsonb not null default '{}'::jsonb
  minimum bigint
  active boolean not null default true
  account_id bigint not null
  created_at timestamp with time zone not null
  constraint a_bank_has_no_address_and_a_chain_has_one CHECK (((type = 'BANK'::text) = (address IS NULL)))
  constraint each_method_has_its_own_account UNIQUE (account_id)
  constraint method_address_is_bounded CHECK ((length(address) <= 128))
  constraint method_instructions_are_bounded CHECK ((length(instructions) <= 2000))
  constraint method_minimum_is_positive CHECK ((minimum > 0))
  constraint method_name_is_one_to_eighty CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  constraint method_type_is_known CHECK ((type = ANY (ARRAY['BANK'::text, 'BTC'::text, 'ETH'::text, 'USDT_TRC20'::text, 'USDT_ERC20'::text, 'DOGE'::text, 'LTC'::text])))
  constraint methods_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint methods_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint methods_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX each_method_has_its_own_account ON funding.methods USING btree (account_id)
  CREATE UNIQUE INDEX method_names_are_unique ON funding.methods USING btree (lower(name), currency)
  CREATE INDEX methods_by_currency ON funding.methods USING btree (currency)
  CREATE UNIQUE INDEX methods_pkey ON funding.methods USING btree (id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table funding.withdrawals  (row security)
  id uuid not null default uuidv7()
  reference text not null
  member_id bigint not null
  account_id bigint not null
  currency text not null
  amount bigint not null
  fee bigint not null
  destination_id uuid not null
  hold_id uuid not null
  state text not null default 'pending'::text
  reason text
  journal_id bigint
  method_id uuid
  transaction_reference text
  requested_at timestamp with time zone not null
  decided_at timestamp with time zone
  sent_at timestamp with time zone
  closed_at timestamp with time zone
  request_id uuid
  constraint a_sent_withdrawal_names_its_transfer CHECK (((state <> ALL (ARRAY['sent'::text, 'confirmed'::text, 'returned'::text])) OR ((method_id IS NOT NULL) AND (transaction_reference IS NOT NULL) AND (sent_at IS NOT NULL))))
  constraint one_withdrawal_per_hold UNIQUE (hold_id)
  constraint withdrawal_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint withdrawal_fee_is_not_negative CHECK ((fee >= 0))
  constraint withdrawal_references_are_unique UNIQUE (reference)
  constraint withdrawal_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'cancelled'::text, 'sent'::text, 'confirmed'::text, 'returned'::text])))
  constraint withdrawal_transaction_reference_is_bounded CHECK (((length(transaction_reference) >= 1) AND (length(transaction_reference) <= 120)))
  constraint withdrawals_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint withdrawals_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint withdrawals_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES funding.destinations(id) ON DELETE RESTRICT
  constraint withdrawals_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES ledger.holds(id) ON DELETE RESTRICT
  constraint withdrawals_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint withdrawals_method_id_fkey FOREIGN KEY (method_id) REFERENCES funding.methods(id) ON DELETE RESTRICT
  constraint withdrawals_pkey PRIMARY KEY (id)
  constraint withdrawals_request_id_fkey FOREIGN KEY (request_id) REFERENCES approval.requests(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX one_withdrawal_per_hold ON funding.withdrawals USING btree (hold_id)
  CREATE UNIQUE INDEX outgoing_transfers_are_recorded_once ON funding.withdrawals USING btree (method_id, lower(transaction_reference)) WHERE (transaction_reference IS NOT NULL)
  CREATE UNIQUE INDEX withdrawal_references_are_unique ON funding.withdrawals USING btree (reference)
  CREATE INDEX withdrawals_by_account ON funding.withdrawals USING btree (account_id)
  CREATE INDEX withdrawals_by_change ON funding.withdrawals USING btree (GREATEST(requested_at, decided_at, sent_at, closed_at))
  CREATE INDEX withdrawals_by_currency ON funding.withdrawals USING btree (currency)
  CREATE INDEX withdrawals_by_decision ON funding.withdrawals USING btree (currency, decided_at) WHERE (state = ANY (ARRAY['approved'::text, 'sent'::text, 'confirmed'::text]))
  CREATE INDEX withdrawals_by_destination ON funding.withdrawals USING btree (destination_id)
  CREATE INDEX withdrawals_by_member ON funding.withdrawals USING btree (member_id, requested_at DESC, id DESC)
  CREATE INDEX withdrawals_by_method ON funding.withdrawals USING btree (method_id) WHERE (method_id IS NOT NULL)
  CREATE INDEX withdrawals_by_request ON funding.withdrawals USING btree (request_id) WHERE (request_id IS NOT NULL)
  CREATE INDEX withdrawals_by_state ON funding.withdrawals USING btree (state, requested_at DESC, id DESC)
  CREATE INDEX withdrawals_by_time ON funding.withdrawals USING btree (requested_at DESC, id DESC)
  CREATE INDEX withdrawals_by_transaction ON funding.withdrawals USING btree (lower(transaction_reference)) WHERE (transaction_reference IS NOT NULL)
  CREATE UNIQUE INDEX withdrawals_pkey ON funding.withdrawals USING btree (id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function funding.approve_withdrawal(p_withdrawal uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.check_deposit(p_method funding.methods, p_amount bigint, p_transaction_reference text) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.check_destination(p_type text, p_label text, p_address text, p_account_name text, p_account_number text, p_ifsc text) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.check_outflow(p_currency text, p_amount bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.close_deposit(p_deposit uuid, p_state text, p_reason text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.close_withdrawal(p_withdrawal uuid, p_state text, p_reason text, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.credit_deposit(p_deposit uuid, p_received bigint, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.credit_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.debit_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.decision_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.deposit_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.forget(p_member bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.gather(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.method_in(p_method uuid, p_currency text) returns funding.methods: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.name_payee(p_member bigint, p_payee uuid, p_at_place integer, p_account_name text, p_account_number text, p_ifsc text, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.next_reference(p_member bigint) returns text: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.outflow(p_currency text, p_at timestamp with time zone) returns bigint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.pay_payee(p_member bigint, p_payee uuid, p_account bigint, p_amount bigint, p_request uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.release_withdrawal(p_withdrawal uuid, p_state text, p_reason text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.request_withdrawal(p_member bigint, p_wallet text, p_currency text, p_amount bigint, p_destination uuid, p_at timestamp with time zone) returns funding.withdrawals: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.save_method(p_method uuid, p_name text, p_type text, p_currency text, p_address text, p_instructions text, p_details jsonb, p_minimum bigint, p_active boolean, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.send_withdrawal(p_withdrawal uuid, p_method uuid, p_transaction_reference text, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.submit_deposit(p_member bigint, p_method uuid, p_reference text, p_amount bigint, p_transaction_reference text, p_file uuid, p_at timestamp with time zone) returns funding.deposits: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.transfer_between(p_from uuid, p_to uuid, p_amount bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function funding.verify(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone, p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.withdrawal_hold_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.withdrawal_journal_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.withdrawal_terms(p_member bigint, p_wallet text, p_currency text, p_amount bigint, p_destination uuid, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function funding.withdrawn_today(p_member bigint, p_currency text, p_at timestamp with time zone) returns bigint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- table invest.accrual_chunks  (row security)
  timezone text not null
  as_of date not null
  chunk integer not null
  from_id bigint not null
  to_id bigint not null
  done boolean not null default false
  rows_written integer not null default 0
  constraint accrual_chunks_pkey PRIMARY KEY (timezone, as_of, chunk)
  CREATE UNIQUE INDEX accrual_chunks_pkey ON invest.accrual_chunks USING btree (timezone, as_of, chunk)
  CREATE INDEX chunks_to_do ON invest.accrual_chunks USING btree (as_of, timezone, chunk) WHERE (NOT done)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.accrual_reserves  (row security)
  timezone text not null
  as_of date not null
  chunk integer not null
  queue_id bigint not null
  hold_id uuid not null
  amount bigint not null
  posted bigint
  constraint accrual_reserves_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES ledger.holds(id) ON DELETE RESTRICT
  constraint accrual_reserves_pkey PRIMARY KEY (timezone, as_of, chunk, queue_id)
  constraint accrual_reserves_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES treasury.queues(account_id) ON DELETE RESTRICT
  constraint accrual_reserves_timezone_as_of_chunk_fkey FOREIGN KEY (timezone, as_of, chunk) REFERENCES invest.accrual_chunks(timezone, as_of, chunk) ON DELETE CASCADE
  constraint posted_on_a_reserve_is_positive CHECK ((posted > 0))
  CREATE UNIQUE INDEX accrual_reserves_pkey ON invest.accrual_reserves USING btree (timezone, as_of, chunk, queue_id)
  CREATE INDEX reserves_by_hold ON invest.accrual_reserves USING btree (hold_id)
  CREATE INDEX reserves_by_queue ON invest.accrual_reserves USING btree (queue_id)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.accrual_runs  (row security)
  timezone text not null
  as_of date not null
  state text not null default 'running'::text
  horizon xid8 not null
  previous_on date
  previous_horizon xid8
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  constraint accrual_run_state_is_known CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text])))
  constraint one_run_per_zone_and_date PRIMARY KEY (timezone, as_of)
  CREATE INDEX accrual_runs_under_way ON invest.accrual_runs USING btree (as_of) WHERE (state = 'running'::text)
  CREATE UNIQUE INDEX one_run_per_zone_and_date ON invest.accrual_runs USING btree (timezone, as_of)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.accruals  (row security)
  investment_id bigint not null
  amount bigint not null
  journal_id bigint
  k integer not null
  constraint accrual_amount_is_not_negative CHECK ((amount >= 0))
  constraint accrual_days_count_from_one CHECK ((k >= 1))
  constraint accruals_pkey PRIMARY KEY (investment_id, k)
  CREATE UNIQUE INDEX accruals_pkey ON invest.accruals USING btree (investment_id, k)
  CREATE TRIGGER accruals_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON invest.accruals FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (investment_id IN ( SELECT investments.id
   FROM invest.investments
  WHERE (investments.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.carried  (row security)
  investment_id bigint not null
  origin text not null
  days integer not null
  constraint carried_days_are_not_negative CHECK ((days >= 0))
  constraint carried_investment_id_fkey FOREIGN KEY (investment_id) REFERENCES invest.investments(id) ON DELETE RESTRICT
  constraint carried_origin_is_bounded CHECK (((length(origin) >= 1) AND (length(origin) <= 200)))
  constraint carried_origins_are_unique UNIQUE (origin)
  constraint carried_pkey PRIMARY KEY (investment_id)
  CREATE UNIQUE INDEX carried_origins_are_unique ON invest.carried USING btree (origin)
  CREATE UNIQUE INDEX carried_pkey ON invest.carried USING btree (investment_id)
  CREATE TRIGGER carried_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON invest.carried FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (investment_id IN ( SELECT investments.id
   FROM invest.investments
  WHERE (investments.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.instructions  (row security)
  id bigint not null identity
  investment_id bigint not null
  choice text not null
  chosen_by bigint not null
  chosen_at timestamp with time zone not null
  constraint instruction_choice_is_known CHECK ((choice = ANY (ARRAY['wallet'::text, 'renew'::text])))
  constraint instructions_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint instructions_investment_id_fkey FOREIGN KEY (investment_id) REFERENCES invest.investments(id) ON DELETE RESTRICT
  constraint instructions_pkey PRIMARY KEY (id)
  CREATE INDEX instructions_by_investment ON invest.instructions USING btree (investment_id, id DESC)
  CREATE INDEX instructions_by_member ON invest.instructions USING btree (chosen_by)
  CREATE UNIQUE INDEX instructions_pkey ON invest.instructions USING btree (id)
  CREATE TRIGGER instructions_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON invest.instructions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (investment_id IN ( SELECT investments.id
   FROM invest.investments
  WHERE (investments.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.investments  (row security)
  id bigint not null identity
  public_id uuid not null
  reference text not null
  member_id bigint not null
  plan_id uuid not null
  version_id uuid not null
  plan_name text not null
  currency text not null
  timezone text not null
  source_wallet text not null
  amount bigint not null
  daily_rate numeric not null
  start_on date not null
  end_on date not null
  days integer not null
  total bigint not null
  version_hash bytea not null
  invested_account_id bigint not null
  interest_account_id bigint not null
  deposit_account_id bigint not null
  prefunded boolean not null
  earmark_id uuid
  touched_xid xid8 not null default pg_current_xact_id()
  state text not null default 'active'::text
  parked_reason text
  created_at timestamp with time zone not null
  matured_at timestamp with time zone
  accrual_rate numeric default (((amount)::numeric * daily_rate) * 0.01)
  constraint investment_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint investment_days_are_end_less_start CHECK (((days = (end_on - start_on)) AND (days > 0)))
  constraint investment_public_ids_are_unique UNIQUE (public_id)
  constraint investment_references_are_unique UNIQUE (reference)
  constraint investment_state_is_known CHECK ((state = ANY (ARRAY['active'::text, 'matured'::text])))
  constraint investment_wallet_is_known CHECK ((source_wallet = ANY (ARRAY['DEPOSIT'::text, 'INTEREST'::text])))
  constraint investments_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint investments_deposit_account_id_fkey FOREIGN KEY (deposit_account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint investments_earmark_id_fkey FOREIGN KEY (earmark_id) REFERENCES ledger.holds(id) ON DELETE RESTRICT
  constraint investments_interest_account_id_fkey FOREIGN KEY (interest_account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint investments_invested_account_id_fkey FOREIGN KEY (invested_account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint investments_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint investments_pkey PRIMARY KEY (id)
  constraint investments_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES invest.plans(id) ON DELETE RESTRICT
  constraint investments_version_id_fkey FOREIGN KEY (version_id) REFERENCES invest.plan_versions(id) ON DELETE RESTRICT
  CREATE INDEX active_investments_by_end ON invest.investments USING btree (end_on) WHERE (state = 'active'::text)
  CREATE INDEX active_investments_by_zone ON invest.investments USING btree (timezone, id) WHERE (state = 'active'::text)
  CREATE UNIQUE INDEX investment_public_ids_are_unique ON invest.investments USING btree (public_id)
  CREATE UNIQUE INDEX investment_references_are_unique ON invest.investments USING btree (reference)
  CREATE INDEX investments_by_currency ON invest.investments USING btree (currency)
  CREATE INDEX investments_by_deposit_account ON invest.investments USING btree (deposit_account_id)
  CREATE INDEX investments_by_earmark ON invest.investments USING btree (earmark_id) WHERE (earmark_id IS NOT NULL)
  CREATE INDEX investments_by_interest_account ON invest.investments USING btree (interest_account_id)
  CREATE INDEX investments_by_invested_account ON invest.investments USING btree (invested_account_id)
  CREATE INDEX investments_by_member ON invest.investments USING btree (member_id, id DESC)
  CREATE INDEX investments_by_plan ON invest.investments USING btree (plan_id)
  CREATE INDEX investments_by_time ON invest.investments USING btree (created_at)
  CREATE INDEX investments_by_version ON invest.investments USING btree (version_id)
  CREATE INDEX investments_by_xid ON invest.investments USING btree (touched_xid)
  CREATE UNIQUE INDEX investments_pkey ON invest.investments USING btree (id)
  CREATE TRIGGER contracts_are_kept BEFORE DELETE OR UPDATE ON invest.investments FOR EACH ROW EXECUTE FUNCTION invest.keep_contract()  (always)
  CREATE TRIGGER contracts_are_never_truncated BEFORE TRUNCATE ON invest.investments FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.plan_versions  (row security)
  id uuid not null default uuidv7()
  plan_id uuid not null
  version integer not null
  daily_rate numeric not null
  minimum bigint not null
  maximum bigint not null
  duration integer not null
  unit text not null
  referral_rate numeric not null
  description text not null
  risk_text text not null
  above_rail boolean not null
  state text not null default 'draft'::text
  effective_from date not null
  hash bytea not null
  created_at timestamp with time zone not null
  constraint plan_description_is_bounded CHECK ((length(description) <= 4000))
  constraint plan_duration_is_positive CHECK (((duration >= 1) AND (duration <= 36500)))
  constraint plan_maximum_is_not_below_minimum CHECK (((maximum >= minimum) AND (maximum <= '9000000000000000'::bigint)))
  constraint plan_minimum_is_positive CHECK ((minimum > 0))
  constraint plan_rate_is_above_zero CHECK (((daily_rate > (0)::numeric) AND (daily_rate <= (100)::numeric) AND (scale(daily_rate) <= 8)))
  constraint plan_referral_rate_is_a_percentage CHECK (((referral_rate >= (0)::numeric) AND (referral_rate <= (100)::numeric)))
  constraint plan_risk_text_is_bounded CHECK ((length(risk_text) <= 4000))
  constraint plan_unit_is_known CHECK ((unit = ANY (ARRAY['DAYS'::text, 'WEEKS'::text, 'MONTHS'::text])))
  constraint plan_version_counts_from_one CHECK ((version >= 1))
  constraint plan_version_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'rejected'::text])))
  constraint plan_versions_are_numbered_once UNIQUE (plan_id, version)
  constraint plan_versions_pkey PRIMARY KEY (id)
  constraint plan_versions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES invest.plans(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX plan_versions_are_numbered_once ON invest.plan_versions USING btree (plan_id, version)
  CREATE UNIQUE INDEX plan_versions_pkey ON invest.plan_versions USING btree (id)
  CREATE TRIGGER terms_are_kept BEFORE DELETE OR UPDATE ON invest.plan_versions FOR EACH ROW EXECUTE FUNCTION invest.keep_terms()  (always)
  CREATE TRIGGER terms_are_never_truncated BEFORE TRUNCATE ON invest.plan_versions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.plans  (row security)
  id uuid not null default uuidv7()
  name text not null
  currency text not null
  timezone text not null
  state text not null default 'draft'::text
  created_at timestamp with time zone not null
  constraint plan_name_is_one_to_255 CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 255)))
  constraint plan_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'retired'::text])))
  constraint plans_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint plans_pkey PRIMARY KEY (id)
  CREATE INDEX plans_by_currency ON invest.plans USING btree (currency)
  CREATE UNIQUE INDEX plans_pkey ON invest.plans USING btree (id)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table invest.renewals  (row security)
  investment_id bigint not null
  instruction_id bigint not null
  hold_id uuid not null
  state text not null default 'due'::text
  renewed_id bigint
  reason text
  fault text
  due_at timestamp with time zone not null
  done_at timestamp with time zone
  constraint a_contract_renews_one_other UNIQUE (renewed_id)
  constraint a_renewal_has_a_hold_of_its_own UNIQUE (hold_id)
  constraint a_renewal_says_what_became_of_it CHECK ((((state = 'renewed'::text) = (renewed_id IS NOT NULL)) AND ((state = 'returned'::text) = (reason IS NOT NULL)) AND ((state = 'due'::text) = (done_at IS NULL))))
  constraint an_instruction_is_carried_out_once UNIQUE (instruction_id)
  constraint no_contract_renews_itself CHECK ((renewed_id <> investment_id))
  constraint only_a_failed_renewal_has_a_fault CHECK (((NOT (reason IS DISTINCT FROM 'failed'::text)) = (fault IS NOT NULL)))
  constraint renewal_fault_is_bounded CHECK ((length(fault) <= 500))
  constraint renewal_reason_is_known CHECK ((reason = ANY (ARRAY['not_active'::text, 'below_minimum'::text, 'above_maximum'::text, 'suspended'::text, 'kyc_required'::text, 'treasury_short'::text, 'failed'::text])))
  constraint renewal_state_is_known CHECK ((state = ANY (ARRAY['due'::text, 'renewed'::text, 'returned'::text])))
  constraint renewals_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES ledger.holds(id) ON DELETE RESTRICT
  constraint renewals_instruction_id_fkey FOREIGN KEY (instruction_id) REFERENCES invest.instructions(id) ON DELETE RESTRICT
  constraint renewals_investment_id_fkey FOREIGN KEY (investment_id) REFERENCES invest.investments(id) ON DELETE RESTRICT
  constraint renewals_pkey PRIMARY KEY (investment_id)
  constraint renewals_renewed_id_fkey FOREIGN KEY (renewed_id) REFERENCES invest.investments(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_contract_renews_one_other ON invest.renewals USING btree (renewed_id)
  CREATE UNIQUE INDEX a_renewal_has_a_hold_of_its_own ON invest.renewals USING btree (hold_id)
  CREATE UNIQUE INDEX an_instruction_is_carried_out_once ON invest.renewals USING btree (instruction_id)
  CREATE INDEX renewals_due ON invest.renewals USING btree (investment_id) WHERE (state = 'due'::text)
  CREATE UNIQUE INDEX renewals_pkey ON invest.renewals USING btree (investment_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (investment_id IN ( SELECT investments.id
   FROM invest.investments
  WHERE (investments.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function invest.accrue_begin(p_as_of date, p_timezone text, p_at timestamp with time zone, p_chunk integer DEFAULT 10000, OUT as_of date, OUT state text, OUT chunks integer) returns record: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, enable_bitmapscan=off
-- function invest.accrue_chunk(p_as_of date, p_timezone text, p_at timestamp with time zone, OUT claimed boolean, OUT rows_written integer, OUT posted integer, OUT matured bigint[], OUT parked integer, OUT parts_left integer) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.accrue_range(p_as_of date, p_timezone text, p_chunk integer, p_from bigint, p_to bigint, p_at timestamp with time zone, OUT rows_written integer, OUT posted integer, OUT matured bigint[]) returns record: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, enable_bitmapscan=off
-- function invest.activate_version(p_version uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.begin_renewals(p_investments bigint[], p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.carried_faults(p_xid xid8 DEFAULT NULL::xid8) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.carry(p_rows jsonb, p_until date, p_at timestamp with time zone) returns SETOF invest.investments: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.check_amount(p_version invest.plan_versions, p_amount bigint, p_currency text) returns void: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.check_rail(p_rail numeric) returns void: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.chosen(p_investment bigint) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.contract_faults(p_xid xid8 DEFAULT NULL::xid8) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.contracts_touched(p_after bigint, p_xid xid8) returns bigint[]: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.credit_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.credited_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.cumulative(p_amount bigint, p_rate numeric, p_k integer) returns numeric: immutable, owner coffer_owner, executed by coffer_reader
-- function invest.current_version(p_plan uuid, p_on date) returns invest.plan_versions: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.day_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.days_recorded(p_investment bigint) returns integer: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.draft_version(p_plan uuid, p_daily_rate text, p_minimum text, p_maximum text, p_duration integer, p_unit text, p_referral_rate text, p_description text, p_risk_text text, p_effective_from date, p_at timestamp with time zone) returns invest.plan_versions: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.draw_earmarks(p_as_of date, p_timezone text, p_from bigint, p_to bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.due_between(p_after date, p_until date) returns TABLE(currency text, due bigint): stable, security definer, owner coffer_owner, set search_path=""
-- function invest.earmark_faults(p_contracts bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.earned(p_investment invest.investments, OUT days integer, OUT posted bigint, OUT awaiting bigint) returns record: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.earned_until(p_accrual_rate numeric, p_k integer) returns numeric: immutable, owner coffer_owner, executed by coffer_reader
-- function invest.finish_renewal(p_investment bigint, p_renewed bigint, p_reason text, p_fault text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.instruct(p_member bigint, p_investment uuid, p_choice text, p_at timestamp with time zone) returns invest.investments: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.is_above_rail(p_daily_rate numeric) returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.keep_contract() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function invest.keep_terms() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function invest.maturity_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.missed_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.new_day_faults(p_after bigint, p_item bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.open(p_member bigint, p_plan invest.plans, p_version invest.plan_versions, p_wallet text, p_amount bigint, p_start date, p_commission bigint, p_at timestamp with time zone, p_hold uuid DEFAULT NULL::uuid) returns invest.investments: volatile, security definer, owner coffer_owner, set search_path=""
-- function invest.posted_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.principal_faults(p_accounts bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.quote(p_version invest.plan_versions, p_amount bigint, p_start date, OUT end_on date, OUT days integer, OUT total bigint, OUT per_day bigint) returns record: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.renewal_faults(p_contracts bigint[] DEFAULT NULL::bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.reserve_faults(p_after bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.reserve_run(p_as_of date, p_timezone text, p_parts integer[], p_currencies text[], p_due bigint[], p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off
-- function invest.still_to_come(p_member bigint, p_currency text) returns bigint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.term_end(p_start date, p_duration integer, p_unit text) returns date: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function invest.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.verify_changes(p_after bigint, p_item bigint, p_xid xid8, p_accounts bigint[]) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function invest.waiting_faults(p_item bigint DEFAULT NULL::bigint) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- table ev.bookings  (row security)
  id uuid not null default uuidv7()
  reference text not null
  member_id bigint not null
  vehicle_id uuid not null
  vehicle_name text not null
  currency text not null
  price bigint not null
  external bigint not null default 0
  emi bigint not null default 0
  paid bigint not null default (external + emi)
  outstanding bigint not null default ((price - external) - emi)
  parts integer
  part_day integer
  first_payment bigint
  first_due_on date
  refund bigint
  refund_reference text
  booked_at timestamp with time zone not null
  opened_at timestamp with time zone
  cancelled_at timestamp with time zone
  refunded_at timestamp with time zone
  delivered_at timestamp with time zone
  reserved bigint not null default 0
  constraint a_booking_is_never_overpaid CHECK ((outstanding >= 0))
  constraint a_cancelled_booking_has_nothing_paid CHECK (((cancelled_at IS NULL) OR (paid = 0)))
  constraint a_cancelled_booking_says_its_refund CHECK (((cancelled_at IS NULL) = (refund IS NULL)))
  constraint a_delivered_booking_is_paid CHECK (((delivered_at IS NULL) OR (outstanding = 0)))
  constraint a_refund_follows_a_cancellation CHECK (((refunded_at IS NULL) OR (COALESCE(refund, (0)::bigint) > 0)))
  constraint a_refund_names_its_transfer CHECK (((refunded_at IS NULL) = (refund_reference IS NULL)))
  constraint a_schedule_has_parts_and_a_day CHECK (((parts IS NULL) = (part_day IS NULL)))
  constraint an_open_booking_names_its_first_payment CHECK (((opened_at IS NULL) = (first_payment IS NULL)))
  constraint booking_day_is_of_a_month CHECK (((part_day >= 1) AND (part_day <= 31)))
  constraint booking_emi_is_not_negative CHECK ((emi >= 0))
  constraint booking_external_is_not_negative CHECK ((external >= 0))
  constraint booking_parts_are_one_to_120 CHECK (((parts >= 1) AND (parts <= 120)))
  constraint booking_price_is_positive CHECK (((price > 0) AND (price <= '9000000000000000'::bigint)))
  constraint booking_references_are_unique UNIQUE (reference)
  constraint booking_refund_is_not_negative CHECK (((refund >= 0) AND (refund <= price)))
  constraint booking_refund_reference_is_bounded CHECK (((length(refund_reference) >= 1) AND (length(refund_reference) <= 120)))
  constraint bookings_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint bookings_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint bookings_pkey PRIMARY KEY (id)
  constraint bookings_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES ev.vehicles(id) ON DELETE RESTRICT
  constraint nothing_is_paid_before_the_first_payment CHECK (((opened_at IS NOT NULL) OR (paid = 0)))
  constraint the_first_payment_stands_until_a_cancellation CHECK (((opened_at IS NULL) OR (cancelled_at IS NOT NULL) OR (external >= first_payment)))
  constraint what_is_reserved_is_outstanding CHECK (((reserved >= 0) AND (reserved <= ((price - external) - emi))))
  CREATE UNIQUE INDEX booking_references_are_unique ON ev.bookings USING btree (reference)
  CREATE INDEX bookings_by_change ON ev.bookings USING btree (GREATEST(booked_at, opened_at, cancelled_at, refunded_at))
  CREATE INDEX bookings_by_currency ON ev.bookings USING btree (currency)
  CREATE INDEX bookings_by_member ON ev.bookings USING btree (member_id, booked_at DESC, id DESC)
  CREATE INDEX bookings_by_time ON ev.bookings USING btree (booked_at DESC, id DESC)
  CREATE INDEX bookings_by_vehicle ON ev.bookings USING btree (vehicle_id)
  CREATE UNIQUE INDEX bookings_pkey ON ev.bookings USING btree (id)
  CREATE INDEX bookings_to_refund ON ev.bookings USING btree (booked_at DESC, id DESC) WHERE ((refund > 0) AND (refunded_at IS NULL))
  CREATE INDEX open_bookings_by_member ON ev.bookings USING btree (member_id, opened_at, id) WHERE ((opened_at IS NOT NULL) AND (cancelled_at IS NULL) AND (outstanding > 0))
  CREATE UNIQUE INDEX refund_references_are_used_once ON ev.bookings USING btree (lower(refund_reference)) WHERE (refund_reference IS NOT NULL)
  CREATE TRIGGER bookings_are_kept BEFORE DELETE OR UPDATE ON ev.bookings FOR EACH ROW EXECUTE FUNCTION ev.keep_booking()  (always)
  CREATE TRIGGER bookings_are_never_truncated BEFORE TRUNCATE ON ev.bookings FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ev.buyers  (row security)
  id bigint not null identity
  member_id bigint not null
  total bigint not null
  gained_at timestamp with time zone not null
  lost_at timestamp with time zone
  constraint a_buyer_loses_what_was_gained CHECK ((lost_at >= gained_at))
  constraint buyer_total_is_positive CHECK ((total > 0))
  constraint buyers_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint buyers_pkey PRIMARY KEY (id)
  CREATE INDEX buyers_by_member ON ev.buyers USING btree (member_id, gained_at DESC)
  CREATE UNIQUE INDEX buyers_pkey ON ev.buyers USING btree (id)
  CREATE UNIQUE INDEX one_open_period_per_buyer ON ev.buyers USING btree (member_id) WHERE (lost_at IS NULL)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ev.instalments  (row security)
  booking_id uuid not null
  no integer not null
  due_on date not null
  amount bigint not null
  before bigint not null
  constraint instalment_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint instalment_before_is_not_negative CHECK ((before >= 0))
  constraint instalments_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES ev.bookings(id) ON DELETE RESTRICT
  constraint instalments_count_from_one CHECK ((no > 0))
  constraint instalments_pkey PRIMARY KEY (booking_id, no)
  CREATE INDEX instalments_by_day ON ev.instalments USING btree (due_on)
  CREATE UNIQUE INDEX instalments_pkey ON ev.instalments USING btree (booking_id, no)
  CREATE TRIGGER instalments_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ev.instalments FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (booking_id IN ( SELECT bookings.id
   FROM ev.bookings
  WHERE (bookings.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ev.payments  (row security)
  id uuid not null default uuidv7()
  booking_id uuid not null
  source text not null
  amount bigint not null
  transaction_reference text
  state text not null default 'pending'::text
  reason text
  returned bigint not null default 0
  journal_id bigint
  cause uuid
  submitted_at timestamp with time zone not null
  decided_at timestamp with time zone
  constraint a_confirmed_payment_names_its_journal CHECK (((state = 'confirmed'::text) = (journal_id IS NOT NULL)))
  constraint a_decided_payment_says_when CHECK (((state = 'pending'::text) = (decided_at IS NULL)))
  constraint an_external_payment_names_its_transfer CHECK (((source = 'external'::text) = (transaction_reference IS NOT NULL)))
  constraint only_confirmed_money_is_given_back CHECK (((returned >= 0) AND (returned <=
CASE state
    WHEN 'confirmed'::text THEN amount
    ELSE (0)::bigint
END)))
  constraint own_money_is_confirmed_at_once CHECK (((source = 'external'::text) OR (state = 'confirmed'::text)))
  constraint payment_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint payment_reason_is_bounded CHECK ((length(reason) <= 1000))
  constraint payment_source_is_known CHECK ((source = ANY (ARRAY['external'::text, 'emi'::text, 'payout'::text])))
  constraint payment_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'rejected'::text])))
  constraint payment_transaction_reference_is_bounded CHECK (((length(transaction_reference) >= 1) AND (length(transaction_reference) <= 120)))
  constraint payments_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES ev.bookings(id) ON DELETE RESTRICT
  constraint payments_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX payment_references_are_used_once ON ev.payments USING btree (lower(transaction_reference)) WHERE (state = ANY (ARRAY['pending'::text, 'confirmed'::text]))
  CREATE INDEX payments_by_booking ON ev.payments USING btree (booking_id, submitted_at DESC, id DESC)
  CREATE INDEX payments_by_cause ON ev.payments USING btree (cause) WHERE (cause IS NOT NULL)
  CREATE INDEX payments_by_change ON ev.payments USING btree (decided_at) WHERE (decided_at IS NOT NULL)
  CREATE INDEX payments_by_decision ON ev.payments USING btree (decided_at) WHERE (state = 'confirmed'::text)
  CREATE INDEX payments_by_transaction ON ev.payments USING btree (lower(transaction_reference)) WHERE (transaction_reference IS NOT NULL)
  CREATE UNIQUE INDEX payments_pkey ON ev.payments USING btree (id)
  CREATE TRIGGER payments_are_kept BEFORE DELETE OR UPDATE ON ev.payments FOR EACH ROW EXECUTE FUNCTION ev.keep_payment()  (always)
  CREATE TRIGGER payments_are_never_truncated BEFORE TRUNCATE ON ev.payments FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (booking_id IN ( SELECT bookings.id
   FROM ev.bookings
  WHERE (bookings.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ev.units  (row security)
  member_id bigint not null
  generation integer not null
  reached_at timestamp with time zone not null
  due_at timestamp with time zone not null
  qualified_at timestamp with time zone
  reversed_at timestamp with time zone
  constraint a_unit_cools_after_it_was_reached CHECK ((due_at >= reached_at))
  constraint a_unit_is_reversed_after_it_was_reached CHECK (((reversed_at >= reached_at) AND (reversed_at >= COALESCE(qualified_at, reversed_at))))
  constraint a_unit_qualifies_after_cooling CHECK ((qualified_at >= due_at))
  constraint unit_generations_count_from_one CHECK ((generation > 0))
  constraint units_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint units_pkey PRIMARY KEY (member_id, generation)
  CREATE UNIQUE INDEX one_standing_unit_per_member ON ev.units USING btree (member_id) WHERE (reversed_at IS NULL)
  CREATE UNIQUE INDEX units_pkey ON ev.units USING btree (member_id, generation)
  CREATE INDEX units_waiting ON ev.units USING btree (due_at) WHERE ((qualified_at IS NULL) AND (reversed_at IS NULL))
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table ev.vehicles  (row security)
  id uuid not null default uuidv7()
  name text not null
  price bigint not null
  currency text not null
  picture_id uuid
  active boolean not null default true
  created_at timestamp with time zone not null
  constraint vehicle_name_is_one_to_eighty CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  constraint vehicle_price_is_positive CHECK (((price > 0) AND (price <= '9000000000000000'::bigint)))
  constraint vehicles_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint vehicles_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX vehicle_names_are_unique ON ev.vehicles USING btree (lower(name), currency)
  CREATE INDEX vehicles_by_currency ON ev.vehicles USING btree (currency)
  CREATE UNIQUE INDEX vehicles_pkey ON ev.vehicles USING btree (id)
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function ev.apply_emi(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone, OUT booking uuid, OUT applied bigint) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.apply_reserve(p_booking uuid, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path=""
-- function ev.book(p_member bigint, p_vehicle uuid, p_price bigint, p_parts integer, p_day integer, p_at timestamp with time zone) returns ev.bookings: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.booking_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.cancel_booking(p_booking uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns ev.bookings: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.carry(p_member bigint, p_vehicle ev.vehicles, p_price bigint, p_paid bigint, p_parts integer, p_day integer, p_origin text, p_booked_at timestamp with time zone, p_on date, p_cause uuid, p_actor bigint, p_at timestamp with time zone) returns ev.bookings: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.carry_unit(p_member bigint, p_qualify bigint, p_buyer bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.check_payment(p_booking ev.bookings, p_amount bigint) returns void: stable, owner coffer_owner, set search_path=""
-- function ev.confirm_payment(p_payment uuid, p_value_on date, p_opened_on date, p_actor bigint, p_at timestamp with time zone) returns ev.payments: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.decision_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.deliver(p_booking uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.due_on(p_opened_on date, p_day integer, p_n integer) returns date: immutable, owner coffer_owner, set search_path=""
-- function ev.fix_schedule(p_booking ev.bookings, p_first bigint, p_opened_on date) returns date: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.give_back_payout(p_booking uuid, p_payout uuid) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.is_active_buyer(p_member bigint, p_least bigint DEFAULT NULL::bigint) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ev.keep_booking() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function ev.keep_payment() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function ev.lock_booking(p_booking uuid) returns ev.bookings: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.money_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.move_emi(p_booking ev.bookings, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path=""
-- function ev.net_paid(p_member bigint) returns bigint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ev.net_paid_at(p_member bigint, p_at timestamp with time zone) returns bigint: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.pay_reserved(p_booking uuid, p_amount bigint, p_journal bigint, p_payout uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.payment_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.refresh(p_member bigint, p_at timestamp with time zone, p_qualify bigint DEFAULT NULL::bigint, p_buyer bigint DEFAULT NULL::bigint, p_cooling integer DEFAULT NULL::integer, OUT generation integer, OUT direction smallint) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.refund_booking(p_booking uuid, p_transaction_reference text, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.refund_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.reject_payment(p_payment uuid, p_reason text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.reminders(p_on date) returns TABLE(member_id bigint, template text, booking_id uuid, reference text, vehicle text, no integer, due_on date, missing bigint, currency text, dedupe_key text): stable, security definer, owner coffer_owner, set search_path=""
-- function ev.reserve(p_booking uuid, p_amount bigint) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.return_emi(p_member bigint, p_currency text, p_amount bigint, p_booking uuid, p_value_on date, p_actor bigint) returns bigint: volatile, owner coffer_owner, set search_path=""
-- function ev.save_vehicle(p_vehicle uuid, p_name text, p_price bigint, p_currency text, p_active boolean, p_picture uuid, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.schedule(p_booking ev.bookings) returns TABLE(no integer, due_on date, amount bigint, paid bigint): stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ev.schedule_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.status(p_booking ev.bookings, p_on date) returns text: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function ev.submit_payment(p_member bigint, p_booking uuid, p_amount bigint, p_transaction_reference text, p_at timestamp with time zone) returns ev.payments: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.take_back_emi(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function ev.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function ev.verify_changes(p_since timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- table compliance.claim_files  (row security)
  id uuid not null
  claim_id uuid not null
  name text not null
  mime text not null
  bytes integer not null
  sha256 bytea not null
  added_at timestamp with time zone not null
  constraint claim_file_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint claim_file_is_at_most_ten_megabytes CHECK (((bytes >= 1) AND (bytes <= 10485760)))
  constraint claim_file_is_pdf_png_or_jpeg CHECK ((mime = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])))
  constraint claim_file_name_is_bounded CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint claim_files_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES compliance.claims(id) ON DELETE RESTRICT
  constraint claim_files_pkey PRIMARY KEY (id)
  CREATE INDEX claim_files_by_claim ON compliance.claim_files USING btree (claim_id, added_at)
  CREATE UNIQUE INDEX claim_files_pkey ON compliance.claim_files USING btree (id)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table compliance.claim_nominees  (row security)
  id uuid not null default uuidv7()
  claim_id uuid not null
  name text not null
  relation text not null
  born_on date not null
  share integer not null
  guardian text
  constraint claim_guardian_is_one_to_a_hundred_and_twenty CHECK (((length(guardian) >= 1) AND (length(guardian) <= 120)))
  constraint claim_nominee_name_is_one_to_a_hundred_and_twenty CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint claim_nominee_relation_is_known CHECK ((relation = ANY (ARRAY['spouse'::text, 'child'::text, 'parent'::text, 'sibling'::text, 'other'::text])))
  constraint claim_nominees_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES compliance.claims(id) ON DELETE RESTRICT
  constraint claim_nominees_pkey PRIMARY KEY (id)
  constraint claim_share_is_part_of_the_whole CHECK (((share >= 1) AND (share <= 10000)))
  CREATE INDEX claim_nominees_by_claim ON compliance.claim_nominees USING btree (claim_id, id)
  CREATE UNIQUE INDEX claim_nominees_pkey ON compliance.claim_nominees USING btree (id)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table compliance.claims  (row security)
  id uuid not null default uuidv7()
  reference text not null
  member_id bigint not null
  died_on date not null
  reported_by text not null
  note text
  status_before text not null
  state text not null default 'open'::text
  reason text
  opened_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint a_claim_that_ended_says_when CHECK (((state = ANY (ARRAY['settled'::text, 'rejected'::text, 'cancelled'::text])) = (ended_at IS NOT NULL)))
  constraint claim_note_is_one_to_a_thousand CHECK (((length(note) >= 1) AND (length(note) <= 1000)))
  constraint claim_reason_is_bounded CHECK ((length(reason) <= 1000))
  constraint claim_references_are_unique UNIQUE (reference)
  constraint claim_reporter_is_one_to_two_hundred CHECK (((length(reported_by) >= 1) AND (length(reported_by) <= 200)))
  constraint claim_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'paying'::text, 'settled'::text, 'rejected'::text, 'cancelled'::text])))
  constraint claimed_account_was_open CHECK ((status_before = ANY (ARRAY['active'::text, 'suspended'::text])))
  constraint claims_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint claims_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX claim_references_are_unique ON compliance.claims USING btree (reference)
  CREATE INDEX claims_by_member ON compliance.claims USING btree (member_id, opened_at DESC)
  CREATE UNIQUE INDEX claims_pkey ON compliance.claims USING btree (id)
  CREATE UNIQUE INDEX one_claim_stands_per_member ON compliance.claims USING btree (member_id) WHERE (state = ANY (ARRAY['open'::text, 'paying'::text]))
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table compliance.documents  (row security)
  id uuid not null
  member_id bigint not null
  kind text not null
  number_sealed text
  number_last4 text not null
  number_index bytea
  ifsc text
  expires_on date
  file_name text not null
  mime text not null
  bytes integer not null
  sha256 bytea not null
  added_at timestamp with time zone not null
  removed_at timestamp with time zone
  proposed boolean not null default false
  constraint a_passport_says_when_it_ends CHECK (((kind <> 'passport'::text) OR (expires_on IS NOT NULL)))
  constraint an_aadhaar_is_never_kept_whole CHECK ((((kind = 'aadhaar'::text) = (number_sealed IS NULL)) AND ((number_sealed IS NULL) = (number_index IS NULL))))
  constraint document_file_name_is_bounded CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint document_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint document_ifsc_is_well_formed CHECK ((ifsc ~ '^[A-Z]{4}0[A-Z0-9]{6}$'::text))
  constraint document_index_is_a_sha256_mac CHECK ((length(number_index) = 32))
  constraint document_is_at_most_ten_megabytes CHECK (((bytes >= 1) AND (bytes <= 10485760)))
  constraint document_is_pdf_png_or_jpeg CHECK ((mime = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])))
  constraint document_kind_is_known CHECK ((kind = ANY (ARRAY['pan'::text, 'aadhaar'::text, 'passport'::text, 'bank'::text])))
  constraint document_number_is_sealed CHECK (((number_sealed ~ '^p1\.[a-z0-9]{1,16}\.[A-Za-z0-9_-]{38,}$'::text) AND (length(number_sealed) <= 400)))
  constraint document_number_is_shown_as_its_last_four CHECK ((number_last4 ~ '^[0-9A-Z]{4}$'::text))
  constraint documents_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint documents_pkey PRIMARY KEY (id)
  constraint only_a_bank_document_has_an_ifsc CHECK (((ifsc IS NULL) OR (kind = 'bank'::text)))
  CREATE UNIQUE INDEX a_document_number_is_one_members ON compliance.documents USING btree (kind, number_index) WHERE ((removed_at IS NULL) AND (number_index IS NOT NULL) AND (NOT proposed))
  CREATE UNIQUE INDEX a_proposed_number_is_one_members ON compliance.documents USING btree (kind, number_index) WHERE ((removed_at IS NULL) AND (number_index IS NOT NULL) AND proposed)
  CREATE INDEX documents_by_member ON compliance.documents USING btree (member_id, added_at DESC)
  CREATE UNIQUE INDEX documents_pkey ON compliance.documents USING btree (id)
  CREATE UNIQUE INDEX one_document_is_proposed_at_a_time ON compliance.documents USING btree (member_id) WHERE ((removed_at IS NULL) AND proposed)
  CREATE UNIQUE INDEX one_document_of_a_kind_per_member ON compliance.documents USING btree (member_id, kind) WHERE ((removed_at IS NULL) AND (NOT proposed))
  CREATE TRIGGER documents_are_kept BEFORE UPDATE OF id, member_id, kind, number_sealed, number_last4, number_index, ifsc, expires_on, file_name, mime, bytes, sha256, added_at OR TRUNCATE ON compliance.documents FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table compliance.kyc  (row security)
  member_id bigint not null
  id uuid not null default uuidv7()
  reference text not null
  state text not null default 'draft'::text
  reason text
  reviewer_id bigint
  opened_at timestamp with time zone not null
  submitted_at timestamp with time zone
  review_at timestamp with time zone
  decided_at timestamp with time zone
  expires_on date
  renewal text
  renewal_submitted_at timestamp with time zone
  renewal_reviewer_id bigint
  renewal_review_at timestamp with time zone
  constraint a_decided_kyc_says_when CHECK (((state <> ALL (ARRAY['approved'::text, 'rejected'::text, 'expired'::text])) OR (decided_at IS NOT NULL)))
  constraint a_kyc_in_review_names_its_reviewer CHECK (((state <> 'in_review'::text) OR ((reviewer_id IS NOT NULL) AND (review_at IS NOT NULL))))
  constraint a_kyc_on_its_way_says_since_when CHECK (((state = 'draft'::text) OR (submitted_at IS NOT NULL)))
  constraint a_kyc_renewal_in_review_names_its_reviewer CHECK (((renewal IS DISTINCT FROM 'in_review'::text) OR ((renewal_reviewer_id IS NOT NULL) AND (renewal_review_at IS NOT NULL))))
  constraint a_kyc_renewal_says_since_when CHECK (((renewal IS NULL) = (renewal_submitted_at IS NULL)))
  constraint a_rejected_kyc_says_why CHECK (((state <> 'rejected'::text) OR ((reason IS NOT NULL) AND (length(btrim(reason)) > 0))))
  constraint kyc_ids_are_unique UNIQUE (id)
  constraint kyc_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint kyc_pkey PRIMARY KEY (member_id)
  constraint kyc_reason_is_bounded CHECK ((length(reason) <= 1000))
  constraint kyc_references_are_unique UNIQUE (reference)
  constraint kyc_renewal_is_known CHECK ((renewal = ANY (ARRAY['submitted'::text, 'in_review'::text])))
  constraint kyc_renewal_reviewer_id_fkey FOREIGN KEY (renewal_reviewer_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint kyc_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint kyc_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in_review'::text, 'approved'::text, 'rejected'::text, 'expired'::text])))
  constraint only_a_check_that_was_approved_is_renewed CHECK (((renewal IS NULL) OR (state = ANY (ARRAY['approved'::text, 'expired'::text]))))
  CREATE INDEX kyc_by_expiry ON compliance.kyc USING btree (expires_on) WHERE ((state = 'approved'::text) AND (expires_on IS NOT NULL))
  CREATE INDEX kyc_by_renewal_reviewer ON compliance.kyc USING btree (renewal_reviewer_id) WHERE (renewal_reviewer_id IS NOT NULL)
  CREATE INDEX kyc_by_reviewer ON compliance.kyc USING btree (reviewer_id) WHERE (reviewer_id IS NOT NULL)
  CREATE UNIQUE INDEX kyc_ids_are_unique ON compliance.kyc USING btree (id)
  CREATE UNIQUE INDEX kyc_pkey ON compliance.kyc USING btree (member_id)
  CREATE UNIQUE INDEX kyc_references_are_unique ON compliance.kyc USING btree (reference)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table compliance.nominees  (row security)
  id uuid not null default uuidv7()
  member_id bigint not null
  name text not null
  relation text not null
  born_on date not null
  share integer not null
  guardian text
  named_at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint nominee_guardian_is_one_to_a_hundred_and_twenty CHECK (((length(guardian) >= 1) AND (length(guardian) <= 120)))
  constraint nominee_name_is_one_to_a_hundred_and_twenty CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint nominee_relation_is_known CHECK ((relation = ANY (ARRAY['spouse'::text, 'child'::text, 'parent'::text, 'sibling'::text, 'other'::text])))
  constraint nominee_share_is_part_of_the_whole CHECK (((share >= 1) AND (share <= 10000)))
  constraint nominees_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint nominees_pkey PRIMARY KEY (id)
  constraint shares_are_whole TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX nominees_by_member ON compliance.nominees USING btree (member_id, named_at)
  CREATE UNIQUE INDEX nominees_pkey ON compliance.nominees USING btree (id)
  CREATE TRIGGER nominees_are_never_truncated BEFORE TRUNCATE ON compliance.nominees FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE CONSTRAINT TRIGGER shares_are_whole AFTER INSERT OR DELETE OR UPDATE ON compliance.nominees DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION compliance.require_whole_shares()  (always)
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_reader
-- table compliance.paper_versions  (row security)
  id uuid not null
  paper_id uuid not null
  no integer not null
  valid_from date not null
  valid_until date
  name text not null
  mime text not null
  bytes integer not null
  sha256 bytea not null
  added_by bigint not null
  added_at timestamp with time zone not null
  constraint a_paper_ends_after_it_begins CHECK ((valid_until >= valid_from))
  constraint paper_file_hash_is_sha256 CHECK ((length(sha256) = 32))
  constraint paper_file_is_at_most_ten_megabytes CHECK (((bytes >= 1) AND (bytes <= 10485760)))
  constraint paper_file_is_pdf_png_or_jpeg CHECK ((mime = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])))
  constraint paper_file_name_is_bounded CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint paper_version_counts_from_one CHECK ((no >= 1))
  constraint paper_versions_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint paper_versions_are_numbered UNIQUE (paper_id, no)
  constraint paper_versions_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES compliance.papers(id) ON DELETE RESTRICT
  constraint paper_versions_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX paper_versions_are_numbered ON compliance.paper_versions USING btree (paper_id, no)
  CREATE INDEX paper_versions_by_staff ON compliance.paper_versions USING btree (added_by)
  CREATE UNIQUE INDEX paper_versions_pkey ON compliance.paper_versions USING btree (id)
  CREATE TRIGGER paper_versions_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON compliance.paper_versions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table compliance.papers  (row security)
  id uuid not null default uuidv7()
  kind text not null
  title text not null
  issuer text not null
  public boolean not null
  review_on date
  added_at timestamp with time zone not null
  retired_at timestamp with time zone
  constraint paper_issuer_is_one_to_a_hundred_and_sixty CHECK (((length(issuer) >= 1) AND (length(issuer) <= 160)))
  constraint paper_kind_is_known CHECK ((kind = ANY (ARRAY['licence'::text, 'certificate'::text, 'policy'::text, 'report'::text, 'other'::text])))
  constraint paper_title_is_one_to_a_hundred_and_sixty CHECK (((length(title) >= 1) AND (length(title) <= 160)))
  constraint papers_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX papers_pkey ON compliance.papers USING btree (id)
  policy staff_only for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- function compliance.add_document(p_member bigint, p_id uuid, p_kind text, p_sealed text, p_last4 text, p_index text, p_ifsc text, p_expires_on date, p_file_name text, p_mime text, p_bytes integer, p_sha256 text, p_on date, p_at timestamp with time zone) returns compliance.documents: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.add_version(p_paper uuid, p_valid_from date, p_valid_until date, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_staff bigint, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.attach_to_claim(p_claim uuid, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.decide(p_kyc uuid, p_state text, p_reason text, p_on date, p_at timestamp with time zone) returns compliance.kyc: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.decide_renewal(p_kyc compliance.kyc, p_state text, p_reason text, p_on date, p_at timestamp with time zone) returns compliance.kyc: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.divide(p_amount bigint, p_shares integer[]) returns bigint[]: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function compliance.edit(p_member bigint, p_at timestamp with time zone) returns compliance.kyc: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.end_claim(p_claim uuid, p_state text, p_reason text, p_at timestamp with time zone) returns compliance.claims: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.ending(p_on date) returns TABLE(member_id bigint, reference text, expires_on date, dedupe_key text): stable, security definer, owner coffer_owner, set search_path=""
-- function compliance.expire(p_on date, p_limit integer) returns bigint[]: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.forget(p_member bigint) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.lacks(p_member bigint, p_on date) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function compliance.open_claim(p_member bigint, p_died_on date, p_reported_by text, p_note text, p_on date, p_at timestamp with time zone) returns compliance.claims: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.open_renewal(p_member bigint, p_kind text, p_expires_on date, p_on date, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.papers_due(p_on date) returns TABLE(paper_id uuid, title text, what text, due_on date, passed boolean, dedupe_key text): stable, security definer, owner coffer_owner, set search_path=""
-- function compliance.remove_document(p_member bigint, p_document uuid, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.renewable(p_member bigint, p_on date) returns text[]: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function compliance.require_whole_shares() returns trigger: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.review(p_kyc uuid, p_staff bigint, p_at timestamp with time zone) returns compliance.kyc: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.save_nominees(p_member bigint, p_nominees jsonb, p_on date, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.save_paper(p_paper uuid, p_kind text, p_title text, p_issuer text, p_public boolean, p_review_on date, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.submit(p_member bigint, p_on date, p_at timestamp with time zone) returns compliance.kyc: volatile, security definer, owner coffer_owner, set search_path=""
-- function compliance.version_in_force(p_paper uuid, p_on date) returns compliance.paper_versions: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- table network.backlogs  (row security)
  node_id bigint not null
  month_on date not null
  depth integer not null
  constraint backlogs_node_id_fkey FOREIGN KEY (node_id) REFERENCES network.nodes(id) ON DELETE RESTRICT
  constraint backlogs_pkey PRIMARY KEY (node_id)
  CREATE INDEX backlogs_in_order ON network.backlogs USING btree (month_on, depth DESC, node_id)
  CREATE UNIQUE INDEX backlogs_pkey ON network.backlogs USING btree (node_id)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (node_id IN ( SELECT n.id
   FROM network.nodes n
  WHERE (n.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.counts  (row security)
  id bigint not null identity
  node_id bigint not null
  generation integer not null
  direction smallint not null
  counted_at timestamp with time zone not null
  applied_at timestamp with time zone
  constraint a_count_adds_or_takes_one CHECK ((direction = ANY (ARRAY[1, '-1'::integer])))
  constraint a_unit_counts_once_each_way UNIQUE (node_id, generation, direction)
  constraint counts_node_id_fkey FOREIGN KEY (node_id) REFERENCES network.nodes(id) ON DELETE RESTRICT
  constraint counts_pkey PRIMARY KEY (id)
  constraint generation_is_positive CHECK ((generation > 0))
  CREATE UNIQUE INDEX a_unit_counts_once_each_way ON network.counts USING btree (node_id, generation, direction)
  CREATE INDEX counts_by_time ON network.counts USING btree (applied_at) WHERE (applied_at IS NOT NULL)
  CREATE UNIQUE INDEX counts_pkey ON network.counts USING btree (id)
  CREATE INDEX counts_waiting ON network.counts USING btree (id) WHERE (applied_at IS NULL)
  CREATE TRIGGER counts_are_kept BEFORE DELETE OR UPDATE ON network.counts FOR EACH ROW EXECUTE FUNCTION network.keep_count()  (always)
  CREATE TRIGGER counts_are_never_truncated BEFORE TRUNCATE ON network.counts FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (node_id IN ( SELECT n.id
   FROM network.nodes n
  WHERE (n.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.disclosures  (row security)
  until_on date not null
  from_months integer not null
  until_months integer
  whole boolean not null
  currency text not null
  members bigint not null
  without bigint not null
  median bigint not null
  made_at timestamp with time zone not null
  constraint a_disclosed_group_has_members CHECK ((members > 0))
  constraint a_group_is_disclosed_once PRIMARY KEY (until_on, whole, from_months)
  constraint a_tenure_ends_after_it_begins CHECK ((until_months > from_months))
  constraint disclosures_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint median_is_bounded CHECK (((median >= '-9000000000000000'::bigint) AND (median <= '9000000000000000'::bigint)))
  constraint no_more_are_without_than_there_are CHECK (((without >= 0) AND (without <= members)))
  constraint tenure_is_not_negative CHECK ((from_months >= 0))
  CREATE UNIQUE INDEX a_group_is_disclosed_once ON network.disclosures USING btree (until_on, whole, from_months)
  CREATE INDEX disclosures_by_currency ON network.disclosures USING btree (currency)
  CREATE TRIGGER disclosures_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON network.disclosures FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.flushes  (row security)
  node_id bigint not null
  month_on date not null
  pairs bigint not null
  version_id uuid not null
  flushed_at timestamp with time zone not null
  constraint a_flush_takes_something CHECK ((pairs > 0))
  constraint a_month_is_flushed_once PRIMARY KEY (node_id, month_on)
  constraint flushes_node_id_fkey FOREIGN KEY (node_id) REFERENCES network.nodes(id) ON DELETE RESTRICT
  constraint flushes_version_id_fkey FOREIGN KEY (version_id) REFERENCES network.plan_versions(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_month_is_flushed_once ON network.flushes USING btree (node_id, month_on)
  CREATE INDEX flushes_by_version ON network.flushes USING btree (version_id)
  CREATE TRIGGER flushes_are_append_only BEFORE DELETE OR UPDATE ON network.flushes FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER flushes_are_never_truncated BEFORE TRUNCATE ON network.flushes FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (node_id IN ( SELECT n.id
   FROM network.nodes n
  WHERE (n.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.nodes  (row security)
  id bigint not null identity
  member_id bigint
  sponsor_id bigint
  parent_id bigint
  side text
  depth integer not null
  left_count bigint not null default 0
  right_count bigint not null default 0
  left_open integer not null
  right_open integer not null
  placed_at timestamp with time zone not null
  matched integer not null default 0
  flushed bigint not null default 0
  serials integer not null default 0
  month_on date not null default '0001-01-01'::date
  month_pairs integer not null default 0
  carried integer not null default 0
  constraint a_free_slot_is_below_its_node CHECK (((left_open > depth) AND (right_open > depth)))
  constraint a_leg_never_counts_below_zero CHECK (((left_count >= 0) AND (right_count >= 0)))
  constraint a_member_stands_in_the_tree_once UNIQUE (member_id)
  constraint a_node_is_younger_than_who_is_above_it CHECK (((parent_id < id) AND (sponsor_id < id)))
  constraint a_slot_holds_one_node UNIQUE (parent_id, side)
  constraint carried_pairs_are_matched CHECK (((carried >= 0) AND (carried <= matched)))
  constraint never_more_pairs_than_the_smaller_leg CHECK ((matched <= LEAST(left_count, right_count)))
  constraint nodes_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint nodes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES network.nodes(id) ON DELETE RESTRICT
  constraint nodes_pkey PRIMARY KEY (id)
  constraint nodes_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES network.nodes(id) ON DELETE RESTRICT
  constraint pairs_are_never_below_zero CHECK (((matched >= 0) AND (flushed >= 0) AND (month_pairs >= 0) AND (serials >= matched)))
  constraint side_is_left_or_right CHECK ((side = ANY (ARRAY['L'::text, 'R'::text])))
  constraint the_company_alone_stands_under_nobody CHECK (
CASE
    WHEN (member_id IS NULL) THEN ((num_nonnulls(sponsor_id, parent_id, side) = 0) AND (depth = 0))
    ELSE ((num_nonnulls(sponsor_id, parent_id, side) = 3) AND (depth > 0))
END)
  constraint the_company_has_no_pairs CHECK (((parent_id IS NOT NULL) OR ((serials = 0) AND (flushed = 0))))
  CREATE UNIQUE INDEX a_member_stands_in_the_tree_once ON network.nodes USING btree (member_id)
  CREATE UNIQUE INDEX a_slot_holds_one_node ON network.nodes USING btree (parent_id, side)
  CREATE INDEX nodes_by_sponsor ON network.nodes USING btree (sponsor_id)
  CREATE INDEX nodes_by_time ON network.nodes USING btree (placed_at)
  CREATE UNIQUE INDEX nodes_pkey ON network.nodes USING btree (id)
  CREATE UNIQUE INDEX there_is_one_company_root ON network.nodes USING btree (((parent_id IS NULL))) WHERE (parent_id IS NULL)
  CREATE TRIGGER nodes_are_kept BEFORE DELETE OR UPDATE ON network.nodes FOR EACH ROW EXECUTE FUNCTION network.guard_node()  (always)
  CREATE TRIGGER nodes_are_never_truncated BEFORE TRUNCATE ON network.nodes FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER nodes_stand_below_their_parent BEFORE INSERT ON network.nodes FOR EACH ROW EXECUTE FUNCTION network.guard_place()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.pairs  (row security)
  id bigint not null identity
  public_id uuid not null default uuidv7()
  node_id bigint not null
  member_id bigint not null
  serial integer not null
  life integer not null
  left_count bigint not null
  right_count bigint not null
  matched integer not null
  flushed bigint not null
  month_on date not null
  month_usage integer not null
  buyer_total bigint not null
  active_buyer boolean not null
  version_id uuid not null
  currency text not null
  value bigint not null
  earnings bigint not null
  emi bigint not null
  count_id bigint
  item_id bigint not null
  matched_at timestamp with time zone not null
  state text not null default 'live'::text
  reversed_at timestamp with time zone
  reversal_id bigint
  emi_placed_at timestamp with time zone
  emi_surplus bigint not null default 0
  constraint a_pair_matches_what_both_legs_hold CHECK (((matched + flushed) <= LEAST(left_count, right_count)))
  constraint a_reversed_pair_says_when CHECK (((state = 'reversed'::text) = (reversed_at IS NOT NULL)))
  constraint a_serial_is_never_reused UNIQUE (node_id, serial)
  constraint a_split_is_the_whole CHECK (((value > 0) AND (earnings >= 0) AND (emi >= 0) AND ((earnings + emi) = value)))
  constraint a_surplus_is_part_of_placed_emi CHECK (((emi_surplus >= 0) AND (emi_surplus <=
CASE
    WHEN (emi_placed_at IS NULL) THEN (0)::bigint
    ELSE emi
END)))
  constraint an_active_buyer_is_paid_whole CHECK (((emi = 0) OR (NOT active_buyer)))
  constraint buyer_total_is_not_negative CHECK ((buyer_total >= 0))
  constraint life_is_positive CHECK ((life > 0))
  constraint month_usage_is_positive CHECK ((month_usage > 0))
  constraint one_pair_per_item UNIQUE (item_id)
  constraint only_emi_money_is_placed CHECK (((emi_placed_at IS NULL) OR (emi > 0)))
  constraint pair_public_ids_are_unique UNIQUE (public_id)
  constraint pair_state_is_known CHECK ((state = ANY (ARRAY['live'::text, 'reversed'::text])))
  constraint pairs_count_id_fkey FOREIGN KEY (count_id) REFERENCES network.counts(id) ON DELETE RESTRICT
  constraint pairs_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint pairs_item_id_fkey FOREIGN KEY (item_id) REFERENCES treasury.items(id) ON DELETE RESTRICT
  constraint pairs_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint pairs_node_id_fkey FOREIGN KEY (node_id) REFERENCES network.nodes(id) ON DELETE RESTRICT
  constraint pairs_pkey PRIMARY KEY (id)
  constraint pairs_version_id_fkey FOREIGN KEY (version_id) REFERENCES network.plan_versions(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_serial_is_never_reused ON network.pairs USING btree (node_id, serial)
  CREATE UNIQUE INDEX one_live_pair_of_a_number ON network.pairs USING btree (node_id, life) WHERE (state = 'live'::text)
  CREATE UNIQUE INDEX one_pair_per_item ON network.pairs USING btree (item_id)
  CREATE UNIQUE INDEX pair_public_ids_are_unique ON network.pairs USING btree (public_id)
  CREATE INDEX pairs_by_count ON network.pairs USING btree (count_id) WHERE (count_id IS NOT NULL)
  CREATE INDEX pairs_by_currency ON network.pairs USING btree (currency)
  CREATE INDEX pairs_by_member ON network.pairs USING btree (member_id, id DESC)
  CREATE INDEX pairs_by_placing ON network.pairs USING btree (emi_placed_at) WHERE (emi_placed_at IS NOT NULL)
  CREATE INDEX pairs_by_reversal ON network.pairs USING btree (reversed_at) WHERE (reversed_at IS NOT NULL)
  CREATE INDEX pairs_by_time ON network.pairs USING btree (matched_at)
  CREATE INDEX pairs_by_version ON network.pairs USING btree (version_id)
  CREATE UNIQUE INDEX pairs_pkey ON network.pairs USING btree (id)
  CREATE INDEX pairs_with_emi_to_place ON network.pairs USING btree (member_id, id) WHERE ((state = 'live'::text) AND (emi > 0) AND (emi_placed_at IS NULL))
  CREATE TRIGGER pairs_are_kept BEFORE DELETE OR UPDATE ON network.pairs FOR EACH ROW EXECUTE FUNCTION network.keep_pair()  (always)
  CREATE TRIGGER pairs_are_never_truncated BEFORE TRUNCATE ON network.pairs FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.plan_versions  (row security)
  id uuid not null default uuidv7()
  version integer not null
  from_on date not null
  currency text not null
  timezone text not null
  pair_value bigint not null
  first_full_pairs integer not null
  emi_rate numeric not null
  monthly_pair_cap integer not null
  over_cap text not null
  reserve_rate numeric not null
  count_on text not null
  qualify_amount bigint not null
  cooling_off_days integer not null
  placement text not null
  active_buyer_amount bigint not null
  state text not null
  created_by bigint
  created_at timestamp with time zone not null
  decided_at timestamp with time zone
  constraint a_decided_version_says_when CHECK (((state = 'draft'::text) = (decided_at IS NULL)))
  constraint a_version_starts_on_the_first_of_a_month CHECK ((EXTRACT(day FROM from_on) = (1)::numeric))
  constraint active_buyer_amount_is_positive CHECK (((active_buyer_amount > 0) AND (active_buyer_amount <= '9000000000000000'::bigint)))
  constraint compensation_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'rejected'::text])))
  constraint compensation_versions_are_numbered_once UNIQUE (version)
  constraint cooling_off_days_are_not_negative CHECK ((cooling_off_days >= 0))
  constraint emi_rate_is_a_percentage CHECK (((emi_rate >= (0)::numeric) AND (emi_rate <= (100)::numeric)))
  constraint first_full_pairs_are_not_negative CHECK ((first_full_pairs >= 0))
  constraint monthly_pair_cap_is_positive CHECK ((monthly_pair_cap > 0))
  constraint over_cap_is_defer_or_flush CHECK ((over_cap = ANY (ARRAY['defer'::text, 'flush'::text])))
  constraint pair_value_is_positive CHECK (((pair_value > 0) AND (pair_value <= '9000000000000000'::bigint)))
  constraint placement_mode_is_known CHECK ((placement = ANY (ARRAY['level_order'::text, 'left'::text, 'right'::text, 'weaker_leg'::text, 'extreme_left'::text, 'extreme_right'::text])))
  constraint plan_versions_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint plan_versions_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint plan_versions_pkey PRIMARY KEY (id)
  constraint qualify_amount_is_positive CHECK (((qualify_amount > 0) AND (qualify_amount <= '9000000000000000'::bigint)))
  constraint reserve_rate_is_a_percentage CHECK (((reserve_rate >= (0)::numeric) AND (reserve_rate <= (100)::numeric)))
  constraint units_count_on_a_sale_or_on_placement CHECK ((count_on = ANY (ARRAY['qualified_sale'::text, 'placement'::text])))
  CREATE UNIQUE INDEX compensation_versions_are_numbered_once ON network.plan_versions USING btree (version)
  CREATE UNIQUE INDEX one_compensation_version_from_a_day ON network.plan_versions USING btree (from_on) WHERE (state = 'active'::text)
  CREATE INDEX plan_versions_by_currency ON network.plan_versions USING btree (currency)
  CREATE INDEX plan_versions_by_maker ON network.plan_versions USING btree (created_by) WHERE (created_by IS NOT NULL)
  CREATE UNIQUE INDEX plan_versions_pkey ON network.plan_versions USING btree (id)
  CREATE TRIGGER compensation_is_kept BEFORE DELETE OR UPDATE ON network.plan_versions FOR EACH ROW EXECUTE FUNCTION network.keep_plan()  (always)
  CREATE TRIGGER compensation_is_never_truncated BEFORE TRUNCATE ON network.plan_versions FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.what_if_backlogs  (row security)
  node_id bigint not null
  month_on date not null
  constraint what_if_backlogs_pkey PRIMARY KEY (node_id)
  CREATE INDEX what_if_backlogs_by_month ON network.what_if_backlogs USING btree (month_on)
  CREATE UNIQUE INDEX what_if_backlogs_pkey ON network.what_if_backlogs USING btree (node_id)
-- table network.what_if_contracts  (row security)
  investment_id bigint not null
  member_id bigint not null
  amount bigint not null
  accrual_rate numeric not null
  start_on date not null
  days integer not null
  recorded integer not null
  constraint copied_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint what_if_contracts_pkey PRIMARY KEY (investment_id)
  CREATE UNIQUE INDEX what_if_contracts_pkey ON network.what_if_contracts USING btree (investment_id)
-- table network.what_if_days  (row security)
  what_if_id uuid not null
  day_on date not null
  live bigint not null
  draft bigint not null
  constraint a_day_stands_once_in_a_what_if PRIMARY KEY (what_if_id, day_on)
  constraint what_if_days_what_if_id_fkey FOREIGN KEY (what_if_id) REFERENCES network.what_ifs(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_day_stands_once_in_a_what_if ON network.what_if_days USING btree (what_if_id, day_on)
  CREATE TRIGGER what_if_days_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON network.what_if_days FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.what_if_earners  (row security)
  member_id bigint not null
  contracts integer not null
  live bigint not null
  live_ahead bigint not null
  draft bigint not null
  draft_ahead bigint not null
  constraint what_if_earners_pkey PRIMARY KEY (member_id)
  CREATE UNIQUE INDEX what_if_earners_pkey ON network.what_if_earners USING btree (member_id)
-- table network.what_if_flushes  (row security)
  node_id bigint not null
  month_on date not null
  pairs bigint not null
  constraint a_copied_month_is_flushed_once PRIMARY KEY (node_id, month_on)
  CREATE UNIQUE INDEX a_copied_month_is_flushed_once ON network.what_if_flushes USING btree (node_id, month_on)
-- table network.what_if_live  (row security)
  node_id bigint not null
  month_on date not null
  pairs bigint not null
  earnings bigint not null
  emi bigint not null
  reserve bigint not null
  flushed bigint not null
  constraint a_live_month_is_copied_once PRIMARY KEY (node_id, month_on)
  CREATE UNIQUE INDEX a_live_month_is_copied_once ON network.what_if_live USING btree (node_id, month_on)
-- table network.what_if_members  (row security)
  what_if_id uuid not null
  place integer not null
  member_id bigint not null
  live_pairs bigint not null
  live_earnings bigint not null
  live_emi bigint not null
  live_flushed bigint not null
  draft_pairs bigint not null
  draft_earnings bigint not null
  draft_emi bigint not null
  draft_flushed bigint not null
  contracts integer not null default 0
  live_ahead bigint not null default 0
  draft_ahead bigint not null default 0
  change bigint not null default (((((draft_earnings + draft_emi) + draft_ahead) - live_earnings) - live_emi) - live_ahead)
  constraint a_place_is_taken_once PRIMARY KEY (what_if_id, place)
  constraint place_is_positive CHECK ((place > 0))
  constraint what_if_figures_are_not_negative CHECK ((LEAST(live_pairs, live_earnings, live_emi, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_flushed, (contracts)::bigint, live_ahead, draft_ahead) >= 0))
  constraint what_if_members_what_if_id_fkey FOREIGN KEY (what_if_id) REFERENCES network.what_ifs(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_place_is_taken_once ON network.what_if_members USING btree (what_if_id, place)
  CREATE TRIGGER what_if_members_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON network.what_if_members FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.what_if_months  (row security)
  what_if_id uuid not null
  month_on date not null
  live_pairs bigint not null
  live_value bigint not null
  live_flushed bigint not null
  draft_pairs bigint not null
  draft_value bigint not null
  draft_flushed bigint not null
  constraint a_month_stands_once_in_a_what_if PRIMARY KEY (what_if_id, month_on)
  constraint what_if_months_what_if_id_fkey FOREIGN KEY (what_if_id) REFERENCES network.what_ifs(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_month_stands_once_in_a_what_if ON network.what_if_months USING btree (what_if_id, month_on)
  CREATE TRIGGER what_if_months_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON network.what_if_months FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.what_if_nodes  (row security)
  node_id bigint not null
  left_count bigint not null
  right_count bigint not null
  matched integer not null default 0
  flushed bigint not null default 0
  month_on date not null default '0001-01-01'::date
  month_pairs integer not null default 0
  constraint what_if_nodes_pkey PRIMARY KEY (node_id)
  CREATE UNIQUE INDEX what_if_nodes_pkey ON network.what_if_nodes USING btree (node_id)
-- table network.what_if_pairs  (row security)
  node_id bigint not null
  life integer not null
  month_on date not null
  month_usage integer not null
  active_buyer boolean not null
  earnings bigint not null
  emi bigint not null
  reserve bigint not null
  matched_at timestamp with time zone not null
  constraint a_copied_pair_stands_once PRIMARY KEY (node_id, life)
  CREATE UNIQUE INDEX a_copied_pair_stands_once ON network.what_if_pairs USING btree (node_id, life)
-- table network.what_if_readings  (row security)
  what_if_id uuid not null
  staff_id bigint not null
  read_at timestamp with time zone not null
  constraint a_what_if_is_read_once_by_a_person PRIMARY KEY (what_if_id, staff_id)
  constraint what_if_readings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint what_if_readings_what_if_id_fkey FOREIGN KEY (what_if_id) REFERENCES network.what_ifs(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX a_what_if_is_read_once_by_a_person ON network.what_if_readings USING btree (what_if_id, staff_id)
  CREATE INDEX what_if_readings_by_person ON network.what_if_readings USING btree (staff_id)
  CREATE TRIGGER readings_of_what_ifs_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON network.what_if_readings FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table network.what_if_returns  (row security)
  day_on date not null
  live bigint not null
  draft bigint not null
  constraint what_if_returns_pkey PRIMARY KEY (day_on)
  CREATE UNIQUE INDEX what_if_returns_pkey ON network.what_if_returns USING btree (day_on)
-- table network.what_ifs  (row security)
  id uuid not null default uuidv7()
  version_id uuid
  asked_by bigint
  asked_at timestamp with time zone not null
  state text not null default 'waiting'::text
  as_of timestamp with time zone
  last_count_id bigint
  at_count_id bigint not null default 0
  counts bigint not null default 0
  counts_done bigint not null default 0
  finished_at timestamp with time zone
  gaining integer
  losing integer
  unchanged integer
  live_pairs bigint
  live_earnings bigint
  live_emi bigint
  live_reserve bigint
  live_flushed bigint
  draft_pairs bigint
  draft_earnings bigint
  draft_emi bigint
  draft_reserve bigint
  draft_flushed bigint
  rate_version_id uuid
  live_ahead bigint
  draft_ahead bigint
  constraint a_finished_what_if_has_its_figures CHECK ((num_nonnulls(finished_at, gaining, losing, unchanged, live_pairs, live_earnings, live_emi, live_reserve, live_flushed, live_ahead, draft_pairs, draft_earnings, draft_emi, draft_reserve, draft_flushed, draft_ahead) =
CASE state
    WHEN 'finished'::text THEN 16
    ELSE 0
END))
  constraint a_what_if_is_of_one_draft CHECK ((num_nonnulls(version_id, rate_version_id) = 1))
  constraint a_what_if_that_runs_knows_its_end CHECK ((((state = 'waiting'::text) = (as_of IS NULL)) AND ((as_of IS NULL) = (last_count_id IS NULL))))
  constraint no_more_counts_are_done_than_there_are CHECK (((counts_done >= 0) AND (counts_done <= counts)))
  constraint what_if_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text])))
  constraint what_ifs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint what_ifs_pkey PRIMARY KEY (id)
  constraint what_ifs_rate_version_id_fkey FOREIGN KEY (rate_version_id) REFERENCES invest.plan_versions(id) ON DELETE RESTRICT
  constraint what_ifs_version_id_fkey FOREIGN KEY (version_id) REFERENCES network.plan_versions(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX one_what_if_runs_at_a_time ON network.what_ifs USING btree (state) WHERE (state = 'running'::text)
  CREATE INDEX what_ifs_by_asker ON network.what_ifs USING btree (asked_by) WHERE (asked_by IS NOT NULL)
  CREATE INDEX what_ifs_by_rate_version ON network.what_ifs USING btree (rate_version_id, asked_at DESC) WHERE (rate_version_id IS NOT NULL)
  CREATE INDEX what_ifs_by_version ON network.what_ifs USING btree (version_id, asked_at DESC)
  CREATE UNIQUE INDEX what_ifs_pkey ON network.what_ifs USING btree (id)
  CREATE INDEX what_ifs_to_do ON network.what_ifs USING btree (asked_at) WHERE (state <> 'finished'::text)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function network.add_counts(p_counts bigint[], p_month date) returns integer: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function network.ask_what_if(p_version uuid, p_staff bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.begin_rate_what_if(p_what_if uuid, p_at timestamp with time zone) returns network.what_ifs: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.begin_what_if(p_what_if uuid, p_at timestamp with time zone) returns network.what_ifs: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.bring_back_emi(p_pair network.pairs, p_value_on date, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path=""
-- function network.buyer_total(p_member bigint, p_at timestamp with time zone) returns bigint: stable, security definer, owner coffer_owner, set search_path=""
-- function network.carried_over(p_over bigint, p_over_cap text, p_cap integer) returns bigint: immutable, owner coffer_owner
-- function network.carry(p_rows jsonb, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.check_what_if(p_version uuid, p_staff bigint) returns void: stable, security definer, owner coffer_owner, set search_path=""
-- function network.completes(p_side text, p_left bigint, p_right bigint, p_done bigint, p_room bigint) returns boolean: immutable, owner coffer_owner
-- function network.count(p_member bigint, p_generation integer, p_direction integer, p_at timestamp with time zone) returns boolean: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.count_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function network.decide_plan(p_version uuid, p_state text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.disclose(p_smallest integer, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.draft_plan(p_from_on date, p_pair_value text, p_first_full_pairs integer, p_emi_rate text, p_monthly_pair_cap integer, p_over_cap text, p_reserve_rate text, p_count_on text, p_qualify_amount text, p_cooling_off_days integer, p_placement text, p_active_buyer_amount text, p_staff bigint, p_at timestamp with time zone) returns network.plan_versions: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.emi_part(p_value bigint, p_rate numeric, p_first integer, p_life integer, p_buyer boolean) returns bigint: immutable, owner coffer_owner
-- function network.fill_slot(p_parent bigint, p_side text, p_open integer) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.finish_rate_what_if(p_what_if uuid, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path=""
-- function network.finish_what_if(p_what_if uuid, p_plan network.plan_versions, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", work_mem=128MB
-- function network.first_plan(p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.free_slot(p_top bigint, p_mode text, OUT parent_id bigint, OUT side text) returns record: stable, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, enable_hashjoin=off, enable_mergejoin=off, enable_bitmapscan=off, enable_material=off
-- function network.guard_node() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function network.guard_place() returns trigger: volatile, owner coffer_owner, set search_path="", enable_seqscan=off
-- function network.has_read(p_version uuid, p_staff bigint) returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function network.income(p_until date) returns TABLE(member_id bigint, months integer, earned bigint): stable, owner coffer_owner, set search_path=""
-- function network.keep_count() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function network.keep_pair() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function network.keep_plan() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function network.lock_above(p_counts bigint[]) returns void: volatile, owner coffer_owner, set search_path="", enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function network.make_pair(p_node bigint, p_count bigint, p_left bigint, p_right bigint, p_month date, p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.match(p_limit integer, p_at timestamp with time zone, OUT applied integer, OUT paired integer, OUT reversed integer, OUT more boolean) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.month_of(p_at timestamp with time zone, p_zone text) returns date: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function network.move_surplus(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date) returns bigint: volatile, owner coffer_owner, set search_path=""
-- function network.open_month(p_node bigint) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.open_months(p_month date, p_limit integer) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.pair_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function network.pairs_to_reverse(p_count bigint) returns TABLE(id bigint, place bigint): stable, owner coffer_owner, set search_path="", enable_seqscan=off
-- function network.place(p_member bigint, p_sponsor bigint, p_mode text, p_parent bigint, p_side text, p_at timestamp with time zone) returns network.nodes: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.place_emi(p_member bigint, p_value_on date, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.plan_on(p_on date) returns network.plan_versions: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function network.rate_differs(p_version uuid) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function network.read_what_if(p_what_if uuid, p_staff bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.replay_rates(p_run network.what_ifs, p_limit integer, OUT taken bigint, OUT last bigint) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.reserve_part(p_earnings bigint, p_rate numeric) returns bigint: immutable, owner coffer_owner
-- function network.reversal_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function network.reverse_pair(p_pair bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.root(p_at timestamp with time zone) returns bigint: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.slot_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function network.take_count(p_count bigint, p_at timestamp with time zone) returns integer: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function network.touched(p_since timestamp with time zone) returns SETOF bigint: stable, owner coffer_owner, set search_path=""
-- function network.uncovered(p_matched bigint, p_left bigint, p_right bigint) returns bigint: immutable, owner coffer_owner
-- function network.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function network.verify_changes(p_since timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function network.ways(p_counts bigint[]) returns TABLE(count_id bigint, node_id bigint, side text, on_left bigint, on_right bigint): stable, owner coffer_owner
-- function network.what_if_add(p_plan network.plan_versions, p_counts bigint[], p_month date) returns void: volatile, owner coffer_owner, set search_path="", enable_seqscan=off, plan_cache_mode=force_generic_plan, work_mem=128MB
-- function network.what_if_open(p_plan network.plan_versions, p_month date) returns void: volatile, owner coffer_owner, set search_path="", plan_cache_mode=force_generic_plan
-- function network.what_if_open_until(p_plan network.plan_versions, p_month date) returns void: volatile, owner coffer_owner, set search_path=""
-- function network.what_if_rate_step(p_run network.what_ifs, p_limit integer, p_at timestamp with time zone, OUT done bigint, OUT counts bigint) returns record: volatile, owner coffer_owner, set search_path=""
-- function network.what_if_rows(p_what_if uuid, p_side text, p_after integer, p_limit integer) returns SETOF network.what_if_members: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function network.what_if_step(p_limit integer, p_at timestamp with time zone, OUT what_if uuid, OUT done bigint, OUT counts bigint, OUT more boolean) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function network.what_if_take(p_count bigint) returns void: volatile, owner coffer_owner, set search_path="", enable_seqscan=off, plan_cache_mode=force_generic_plan
-- function network.would_buy(p_plan network.plan_versions, p_member bigint, p_life integer, p_at timestamp with time zone) returns boolean: stable, owner coffer_owner
-- function network.zone() returns text: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- table payout.bank_files  (row security)
  id uuid not null default uuidv7()
  reference text not null
  method_id uuid not null
  currency text not null
  lines integer not null
  sum bigint not null
  made_by bigint not null
  made_at timestamp with time zone not null
  constraint a_bank_file_has_lines CHECK ((lines > 0))
  constraint bank_file_references_are_unique UNIQUE (reference)
  constraint bank_file_sum_is_positive CHECK ((sum > 0))
  constraint bank_files_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint bank_files_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint bank_files_method_id_fkey FOREIGN KEY (method_id) REFERENCES funding.methods(id) ON DELETE RESTRICT
  constraint bank_files_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX bank_file_references_are_unique ON payout.bank_files USING btree (reference)
  CREATE INDEX bank_files_by_currency ON payout.bank_files USING btree (currency)
  CREATE INDEX bank_files_by_maker ON payout.bank_files USING btree (made_by)
  CREATE INDEX bank_files_by_method ON payout.bank_files USING btree (method_id)
  CREATE INDEX bank_files_by_time ON payout.bank_files USING btree (made_at DESC, id DESC)
  CREATE UNIQUE INDEX bank_files_pkey ON payout.bank_files USING btree (id)
  CREATE TRIGGER bank_files_are_append_only BEFORE DELETE OR UPDATE ON payout.bank_files FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER bank_files_are_never_truncated BEFORE TRUNCATE ON payout.bank_files FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_reader
-- table payout.credit_taxes  (row security)
  credit_id bigint not null
  year_on date not null
  amount bigint not null
  constraint a_credit_pays_a_year_once PRIMARY KEY (credit_id, year_on)
  constraint credit_taxes_credit_id_fkey FOREIGN KEY (credit_id) REFERENCES payout.credits(id) ON DELETE RESTRICT
  constraint tax_of_a_year_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  CREATE UNIQUE INDEX a_credit_pays_a_year_once ON payout.credit_taxes USING btree (credit_id, year_on)
  CREATE TRIGGER credit_taxes_are_append_only BEFORE DELETE OR UPDATE ON payout.credit_taxes FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER credit_taxes_are_never_truncated BEFORE TRUNCATE ON payout.credit_taxes FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (credit_id IN ( SELECT credits.id
   FROM payout.credits
  WHERE (credits.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table payout.credits  (row security)
  id bigint not null identity
  item_id bigint
  commission_id bigint
  member_id bigint not null
  account_id bigint not null
  currency text not null
  value_on date not null
  year_on date not null
  amount bigint not null
  earnings bigint not null
  rule_id uuid not null
  pan_known boolean not null
  total bigint not null
  due bigint not null
  tax bigint not null
  journal_id bigint
  credited_at timestamp with time zone not null
  constraint a_commission_is_taxed_once UNIQUE (commission_id)
  constraint a_tax_year_runs_from_april_to_march CHECK (((EXTRACT(month FROM year_on) = (4)::numeric) AND (EXTRACT(day FROM year_on) = (1)::numeric) AND (value_on >= year_on) AND (value_on < (year_on + '1 year'::interval))))
  constraint a_taxed_credit_has_one_source CHECK ((num_nonnulls(item_id, commission_id) = 1))
  constraint an_item_is_taxed_once UNIQUE (item_id)
  constraint credits_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint credits_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES referral.commissions(id) ON DELETE RESTRICT
  constraint credits_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint credits_item_id_fkey FOREIGN KEY (item_id) REFERENCES treasury.items(id) ON DELETE RESTRICT
  constraint credits_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint credits_pkey PRIMARY KEY (id)
  constraint credits_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES payout.tax_rules(id) ON DELETE RESTRICT
  constraint tax_due_is_not_negative CHECK ((due >= 0))
  constraint tax_is_never_more_than_was_earned CHECK ((tax = LEAST(due, earnings)))
  constraint tax_that_was_taken_names_its_journal CHECK (((tax > 0) = (journal_id IS NOT NULL)))
  constraint taxed_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint taxed_earnings_are_part_of_the_amount CHECK (((earnings >= 0) AND (earnings <= amount)))
  constraint the_years_total_includes_the_credit CHECK ((total >= amount))
  CREATE UNIQUE INDEX a_commission_is_taxed_once ON payout.credits USING btree (commission_id)
  CREATE UNIQUE INDEX an_item_is_taxed_once ON payout.credits USING btree (item_id)
  CREATE INDEX credits_by_account ON payout.credits USING btree (account_id)
  CREATE INDEX credits_by_currency ON payout.credits USING btree (currency)
  CREATE INDEX credits_by_date ON payout.credits USING btree (value_on)
  CREATE INDEX credits_by_member ON payout.credits USING btree (member_id, currency, year_on, id)
  CREATE INDEX credits_by_rule ON payout.credits USING btree (rule_id)
  CREATE UNIQUE INDEX credits_pkey ON payout.credits USING btree (id)
  CREATE TRIGGER credits_are_append_only BEFORE DELETE OR UPDATE ON payout.credits FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER credits_are_never_truncated BEFORE TRUNCATE ON payout.credits FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table payout.deposits  (row security)
  id uuid not null default uuidv7()
  request_id uuid not null
  quarter_on date not null
  rule_id uuid not null
  currency text not null
  amount bigint not null
  method_id uuid not null
  reference text not null
  paid_on date not null
  journal_id bigint not null
  deposited_at timestamp with time zone not null
  constraint a_payment_reference_stands_once UNIQUE (reference)
  constraint a_quarter_begins_on_its_first_day CHECK (((EXTRACT(month FROM quarter_on) = ANY (ARRAY[(1)::numeric, (4)::numeric, (7)::numeric, (10)::numeric])) AND (EXTRACT(day FROM quarter_on) = (1)::numeric)))
  constraint a_request_deposits_once UNIQUE (request_id)
  constraint deposited_amount_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  constraint deposits_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint deposits_method_id_fkey FOREIGN KEY (method_id) REFERENCES funding.methods(id) ON DELETE RESTRICT
  constraint deposits_pkey PRIMARY KEY (id)
  constraint deposits_request_id_fkey FOREIGN KEY (request_id) REFERENCES approval.requests(id) ON DELETE RESTRICT
  constraint deposits_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES payout.tax_rules(id) ON DELETE RESTRICT
  constraint payment_reference_is_bounded CHECK (((length(reference) >= 1) AND (length(reference) <= 80)))
  constraint tax_is_deposited_after_it_is_withheld CHECK ((paid_on >= quarter_on))
  CREATE UNIQUE INDEX a_payment_reference_stands_once ON payout.deposits USING btree (reference)
  CREATE UNIQUE INDEX a_request_deposits_once ON payout.deposits USING btree (request_id)
  CREATE INDEX deposits_by_currency ON payout.deposits USING btree (currency)
  CREATE INDEX deposits_by_method ON payout.deposits USING btree (method_id)
  CREATE INDEX deposits_by_quarter ON payout.deposits USING btree (quarter_on)
  CREATE INDEX deposits_by_rule ON payout.deposits USING btree (rule_id)
  CREATE UNIQUE INDEX deposits_pkey ON payout.deposits USING btree (id)
  CREATE TRIGGER deposits_are_append_only BEFORE DELETE OR UPDATE ON payout.deposits FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER deposits_are_never_truncated BEFORE TRUNCATE ON payout.deposits FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy staff_reads for SELECT to coffer_reader using ( SELECT identity.is_staff() AS is_staff)
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table payout.parts  (row security)
  payout_id uuid not null
  booking_id uuid not null
  amount bigint not null
  constraint a_payout_pays_a_booking_once PRIMARY KEY (payout_id, booking_id)
  constraint parts_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES ev.bookings(id) ON DELETE RESTRICT
  constraint parts_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payout.payouts(id) ON DELETE RESTRICT
  constraint payout_part_is_positive CHECK (((amount > 0) AND (amount <= '9000000000000000'::bigint)))
  CREATE UNIQUE INDEX a_payout_pays_a_booking_once ON payout.parts USING btree (payout_id, booking_id)
  CREATE INDEX parts_by_booking ON payout.parts USING btree (booking_id)
  CREATE TRIGGER parts_are_append_only BEFORE DELETE OR UPDATE ON payout.parts FOR EACH ROW EXECUTE FUNCTION core.refuse_change()  (always)
  CREATE TRIGGER parts_are_never_truncated BEFORE TRUNCATE ON payout.parts FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (payout_id IN ( SELECT payouts.id
   FROM payout.payouts
  WHERE (payouts.member_id = ( SELECT identity.me() AS me)))))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table payout.payouts  (row security)
  id uuid not null default uuidv7()
  reference text not null
  member_id bigint not null
  account_id bigint not null
  currency text not null
  gross bigint not null
  tax bigint not null
  emi bigint not null
  bank bigint not null
  rule_id uuid
  requested_on date not null
  due_on date not null
  destination_id uuid not null
  hold_id uuid not null
  state text not null default 'pending'::text
  reason text
  journal_id bigint
  posted_on date
  file_id uuid
  line_no integer
  return_id bigint
  reversal_id bigint
  requested_at timestamp with time zone not null
  decided_at timestamp with time zone
  sent_at timestamp with time zone
  closed_at timestamp with time zone
  reversed_at timestamp with time zone
  constraint a_decided_payout_says_when CHECK (((state = 'pending'::text) = (decided_at IS NULL)))
  constraint a_line_pays_one_payout UNIQUE (file_id, line_no)
  constraint a_payout_is_the_whole CHECK ((gross = ((tax + emi) + bank)))
  constraint a_payout_that_was_approved_names_its_journal CHECK ((((state = ANY (ARRAY['pending'::text, 'rejected'::text, 'cancelled'::text])) = (journal_id IS NULL)) AND ((journal_id IS NULL) = (posted_on IS NULL))))
  constraint a_returned_payout_names_its_journal CHECK (((state <> 'returned'::text) OR (return_id IS NOT NULL)))
  constraint a_reversed_payout_says_when CHECK ((((state = 'reversed'::text) = (reversed_at IS NOT NULL)) AND ((reversed_at IS NULL) = (reversal_id IS NULL))))
  constraint a_sent_payout_stands_in_a_file CHECK ((((file_id IS NULL) = (line_no IS NULL)) AND ((file_id IS NULL) = (sent_at IS NULL)) AND ((bank = 0) OR (state <> ALL (ARRAY['sent'::text, 'paid'::text, 'returned'::text])) OR (file_id IS NOT NULL))))
  constraint nothing_to_send_is_paid_at_once CHECK (((bank > 0) OR ((state <> ALL (ARRAY['approved'::text, 'sent'::text, 'returned'::text])) AND (file_id IS NULL))))
  constraint one_payout_per_hold UNIQUE (hold_id)
  constraint payout_bank_part_is_not_negative CHECK ((bank >= 0))
  constraint payout_emi_is_not_negative CHECK ((emi >= 0))
  constraint payout_gross_is_positive CHECK (((gross > 0) AND (gross <= '9000000000000000'::bigint)))
  constraint payout_lines_count_from_one CHECK ((line_no > 0))
  constraint payout_reason_is_bounded CHECK ((length(reason) <= 1000))
  constraint payout_references_are_unique UNIQUE (reference)
  constraint payout_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'cancelled'::text, 'sent'::text, 'paid'::text, 'returned'::text, 'reversed'::text])))
  constraint payout_tax_is_not_negative CHECK ((tax >= 0))
  constraint payouts_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.accounts(id) ON DELETE RESTRICT
  constraint payouts_currency_fkey FOREIGN KEY (currency) REFERENCES core.currencies(code) ON DELETE RESTRICT
  constraint payouts_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES funding.destinations(id) ON DELETE RESTRICT
  constraint payouts_file_id_fkey FOREIGN KEY (file_id) REFERENCES payout.bank_files(id) ON DELETE RESTRICT
  constraint payouts_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES ledger.holds(id) ON DELETE RESTRICT
  constraint payouts_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE RESTRICT
  constraint payouts_pkey PRIMARY KEY (id)
  constraint payouts_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES payout.tax_rules(id) ON DELETE RESTRICT
  constraint tax_at_payout_names_its_rule CHECK (((tax = 0) OR (rule_id IS NOT NULL)))
  CREATE UNIQUE INDEX a_line_pays_one_payout ON payout.payouts USING btree (file_id, line_no)
  CREATE UNIQUE INDEX one_payout_per_hold ON payout.payouts USING btree (hold_id)
  CREATE UNIQUE INDEX payout_references_are_unique ON payout.payouts USING btree (reference)
  CREATE INDEX payouts_by_account ON payout.payouts USING btree (account_id)
  CREATE INDEX payouts_by_change ON payout.payouts USING btree (GREATEST(requested_at, decided_at, sent_at, closed_at, reversed_at))
  CREATE INDEX payouts_by_currency ON payout.payouts USING btree (currency)
  CREATE INDEX payouts_by_decision ON payout.payouts USING btree (currency, decided_at) WHERE (state = ANY (ARRAY['approved'::text, 'sent'::text, 'paid'::text]))
  CREATE INDEX payouts_by_destination ON payout.payouts USING btree (destination_id)
  CREATE INDEX payouts_by_member ON payout.payouts USING btree (member_id, requested_at DESC, id DESC)
  CREATE INDEX payouts_by_posting ON payout.payouts USING btree (posted_on) WHERE (posted_on IS NOT NULL)
  CREATE INDEX payouts_by_rule ON payout.payouts USING btree (rule_id) WHERE (rule_id IS NOT NULL)
  CREATE INDEX payouts_by_state ON payout.payouts USING btree (state, requested_at DESC, id DESC)
  CREATE INDEX payouts_by_time ON payout.payouts USING btree (requested_at DESC, id DESC)
  CREATE UNIQUE INDEX payouts_pkey ON payout.payouts USING btree (id)
  CREATE INDEX payouts_to_send ON payout.payouts USING btree (currency, requested_at, id) WHERE (state = 'approved'::text)
  CREATE TRIGGER payouts_are_kept BEFORE DELETE OR UPDATE ON payout.payouts FOR EACH ROW EXECUTE FUNCTION payout.keep_payout()  (always)
  CREATE TRIGGER payouts_are_never_truncated BEFORE TRUNCATE ON payout.payouts FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy own_or_staff for SELECT to coffer_reader using (( SELECT identity.is_staff() AS is_staff) OR (member_id = ( SELECT identity.me() AS me)))
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- table payout.tax_rules  (row security)
  id uuid not null default uuidv7()
  regime text not null
  scope text not null
  rate numeric not null
  no_pan_rate numeric
  threshold_units bigint
  cap_units bigint
  from_on date not null
  until_on date
  certificate_form text not null
  payment_code text
  note text not null
  created_by bigint
  created_at timestamp with time zone not null
  constraint a_tax_rule_ends_after_it_begins CHECK ((until_on >= from_on))
  constraint tax_at_credit_counts_a_year CHECK (((regime <> 'IN'::text) OR ((scope = 'per_tax_year'::text) AND (cap_units IS NULL))))
  constraint tax_at_payout_has_no_threshold CHECK (((regime <> 'SEED'::text) OR ((threshold_units IS NULL) AND (no_pan_rate IS NULL))))
  constraint tax_cap_is_positive CHECK (((cap_units > 0) AND (cap_units <= 9000000)))
  constraint tax_certificate_form_is_bounded CHECK (((length(certificate_form) >= 1) AND (length(certificate_form) <= 80)))
  constraint tax_note_is_bounded CHECK (((length(note) >= 1) AND (length(note) <= 200)))
  constraint tax_payment_code_is_bounded CHECK (((length(payment_code) >= 1) AND (length(payment_code) <= 80)))
  constraint tax_rate_is_a_percentage CHECK (((rate >= (0)::numeric) AND (rate <= (100)::numeric)))
  constraint tax_rate_without_pan_is_a_percentage CHECK (((no_pan_rate >= (0)::numeric) AND (no_pan_rate <= (100)::numeric)))
  constraint tax_regime_is_known CHECK ((regime = ANY (ARRAY['SEED'::text, 'IN'::text])))
  constraint tax_rules_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.staff(id) ON DELETE RESTRICT
  constraint tax_rules_never_overlap EXCLUDE USING gist ((
CASE
    WHEN (regime = 'IN'::text) THEN '[3,4)'::int4range
    WHEN (scope = 'per_payout'::text) THEN '[1,2)'::int4range
    ELSE '[2,3)'::int4range
END) WITH &&, daterange(from_on, until_on, '[]'::text) WITH &&)
  constraint tax_rules_pkey PRIMARY KEY (id)
  constraint tax_scope_is_known CHECK ((scope = ANY (ARRAY['per_payout'::text, 'per_tax_year'::text])))
  constraint tax_threshold_is_not_negative CHECK (((threshold_units >= 0) AND (threshold_units <= 9000000)))
  CREATE INDEX tax_rules_by_maker ON payout.tax_rules USING btree (created_by) WHERE (created_by IS NOT NULL)
  CREATE INDEX tax_rules_never_overlap ON payout.tax_rules USING gist ((
CASE
    WHEN (regime = 'IN'::text) THEN '[3,4)'::int4range
    WHEN (scope = 'per_payout'::text) THEN '[1,2)'::int4range
    ELSE '[2,3)'::int4range
END), daterange(from_on, until_on, '[]'::text))
  CREATE UNIQUE INDEX tax_rules_pkey ON payout.tax_rules USING btree (id)
  CREATE TRIGGER tax_rules_are_kept BEFORE DELETE OR UPDATE ON payout.tax_rules FOR EACH ROW EXECUTE FUNCTION payout.keep_tax_rule()  (always)
  CREATE TRIGGER tax_rules_are_never_truncated BEFORE TRUNCATE ON payout.tax_rules FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change()  (always)
  policy auditors_read for SELECT to coffer_auditor using true
  policy everybody_reads for SELECT to coffer_reader using true
  grant SELECT to coffer_auditor
  grant SELECT to coffer_reader
-- function payout.add_tax_rule(p_regime text, p_scope text, p_rate numeric, p_no_pan_rate numeric, p_threshold_units bigint, p_cap_units bigint, p_from_on date, p_until_on date, p_certificate_form text, p_payment_code text, p_note text, p_today date, p_staff bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.answer_faults(p_file uuid, p_lines jsonb) returns TABLE(line integer, fault text): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.answer_file(p_file uuid, p_lines jsonb, p_value_on date, p_actor bigint, p_at timestamp with time zone, OUT paid integer, OUT returned integer) returns record: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.approve_payout(p_payout uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns payout.payouts: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.close_payout(p_payout uuid, p_state text, p_reason text, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns payout.payouts: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.decision_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.deposit_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.deposit_references(p_quarter_on date, p_rule uuid, p_currency text) returns TABLE(reference text, paid_on date): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.deposit_tax(p_request uuid, p_quarter_on date, p_rule uuid, p_currency text, p_amount bigint, p_method uuid, p_reference text, p_paid_on date, p_actor bigint, p_at timestamp with time zone) returns uuid: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.due_parts(p_member bigint, p_currency text, p_amount bigint, p_due_on date) returns TABLE(booking_id uuid, amount bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.end_tax_rule(p_rule uuid, p_until_on date, p_today date) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.hold_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.journal_faults(p_since timestamp with time zone DEFAULT NULL::timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.keep_payout() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function payout.keep_tax_rule() returns trigger: volatile, owner coffer_owner, set search_path=""
-- function payout.lower_holds(p_account bigint, p_subject uuid, p_keep bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path=""
-- function payout.make_bank_file(p_method uuid, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns payout.bank_files: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.minor_units(p_units bigint, p_currency text) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.outflow(p_currency text, p_at timestamp with time zone) returns bigint: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.pan_known(p_member bigint) returns boolean: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.part_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.release_payout(p_payout uuid, p_state text, p_reason text, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.request_payout(p_member bigint, p_currency text, p_gross bigint, p_autofill boolean, p_destination uuid, p_on date, p_due_on date, p_at timestamp with time zone) returns payout.payouts: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.reverse_payout(p_payout uuid, p_reason text, p_value_on date, p_actor bigint, p_at timestamp with time zone) returns payout.payouts: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.rule_on(p_regime text, p_scope text, p_on date) returns payout.tax_rules: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.taken_in_year(p_member bigint, p_currency text, p_on date) returns bigint: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.tax_commission(p_commission bigint, p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.tax_credit(p_member bigint, p_account bigint, p_currency text, p_value_on date, p_amount bigint, p_earnings bigint, p_item bigint, p_commission bigint, p_subject uuid, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path=""
-- function payout.tax_faults() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.tax_items(p_items bigint[], p_at timestamp with time zone) returns void: volatile, security definer, owner coffer_owner, set search_path=""
-- function payout.tax_left(p_quarter_on date, p_rule uuid, p_currency text, p_until date) returns bigint: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.tax_of_payout(p_gross bigint, p_rate numeric, p_cap bigint, p_taken bigint) returns bigint: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.tax_of_year(p_total bigint, p_rate numeric, p_threshold bigint) returns bigint: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.tax_register(p_from date, p_until date) returns TABLE(member_id bigint, currency text, gross bigint, tax bigint): stable, security definer, owner coffer_owner, set search_path=""
-- function payout.tax_sums(p_quarter_on date, p_until date) returns TABLE(currency text, rule_id uuid, regime text, form text, code text, members bigint, gross bigint, tax bigint, deposited bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.tax_taken(p_member bigint, p_from date, p_until date) returns TABLE(member_id bigint, currency text, rule_id uuid, value_on date, source text, reference text, gross bigint, tax bigint): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function payout.terms(p_member bigint, p_currency text, p_gross bigint, p_autofill boolean, p_destination uuid, p_on date, p_due_on date, p_at timestamp with time zone, OUT tax bigint, OUT emi bigint, OUT bank bigint, OUT rule_id uuid) returns record: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.verify() returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.verify_changes(p_since timestamp with time zone) returns SETOF audit.fault: stable, security definer, owner coffer_owner, set search_path=""
-- function payout.year_of(p_on date) returns date: immutable, owner coffer_owner, set search_path=""
-- function payout.years_of(p_member bigint, p_currency text) returns TABLE(year_on date, total bigint, taken bigint, rule_id uuid): stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- view auditor.accounts
  account_id bigint
  account_kind text
  currency text
  member bigint
  side smallint
  balance bigint
  held bigint
  available bigint
  floored boolean
  opened_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.accruals
  investment bigint
  k integer
  value_on date
  currency text
  amount bigint
  principal bigint
  daily_rate numeric
  unrounded text
  journal_id bigint
  grant SELECT to coffer_outside_auditor
-- view auditor.audit_log
  entry bigint
  at timestamp with time zone
  actor bigint
  on_behalf_of bigint
  session uuid
  action text
  object_kind text
  object text
  before_hash text
  after_hash text
  reason text
  transaction text
  grant SELECT to coffer_outside_auditor
-- view auditor.audit_seals
  seal bigint
  entry_ids text
  highest bigint
  entries bigint
  horizon text
  sealed_at timestamp with time zone
  entries_hash text
  previous_root text
  root text
  secret text
  grant SELECT to coffer_outside_auditor
-- view auditor.booking_payments
  payment_id uuid
  booking_id uuid
  source text
  currency text
  amount bigint
  returned bigint
  state text
  journal_id bigint
  submitted_at timestamp with time zone
  decided_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.bookings
  booking_id uuid
  reference text
  member bigint
  vehicle text
  currency text
  price bigint
  paid_outside bigint
  paid_by_emi bigint
  outstanding bigint
  refund bigint
  booked_at timestamp with time zone
  cancelled_at timestamp with time zone
  refunded_at timestamp with time zone
  delivered_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.commissions
  commission bigint
  referrer bigint
  referred bigint
  source uuid
  source_reference text
  currency text
  base bigint
  rate numeric
  amount bigint
  item bigint
  journal_id bigint
  earned_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.decisions
  request_id uuid
  staff bigint
  decision text
  note text
  decided_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.deposits
  deposit_id uuid
  reference text
  member bigint
  method_id uuid
  currency text
  amount bigint
  received bigint
  state text
  reason text
  journal_id bigint
  submitted_at timestamp with time zone
  decided_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.holds
  hold_id uuid
  account_id bigint
  currency text
  amount bigint
  reason text
  subject uuid
  state text
  placed_at timestamp with time zone
  expires_at timestamp with time zone
  ended_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.investments
  investment bigint
  investment_id uuid
  reference text
  member bigint
  plan_id uuid
  version_id uuid
  currency text
  amount bigint
  daily_rate numeric
  start_on date
  end_on date
  days integer
  total bigint
  prefunded boolean
  state text
  terms_hash text
  created_at timestamp with time zone
  matured_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.journals
  journal_id bigint
  posted_at timestamp with time zone
  value_on date
  line_count integer
  kind text
  actor bigint
  reverses bigint
  cause uuid
  seal bigint
  grant SELECT to coffer_outside_auditor
-- view auditor.lines
  journal_id bigint
  line_no integer
  account_id bigint
  account_kind text
  member bigint
  currency text
  amount bigint
  value_on date
  source bigint
  grant SELECT to coffer_outside_auditor
-- view auditor.members
  member bigint
  member_id uuid
  status text
  joined_at timestamp with time zone
  kyc_approved_at timestamp with time zone
  closed_at timestamp with time zone
  anonymised_at timestamp with time zone
  deactivated_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.pairs
  pair bigint
  pair_id uuid
  member bigint
  serial integer
  matched integer
  flushed bigint
  version_id uuid
  currency text
  value bigint
  earnings bigint
  emi bigint
  item bigint
  state text
  matched_at timestamp with time zone
  reversed_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.payouts
  payout_id uuid
  reference text
  member bigint
  account_id bigint
  currency text
  gross bigint
  tax bigint
  emi bigint
  bank bigint
  rule_id uuid
  state text
  reason text
  journal_id bigint
  posted_on date
  requested_at timestamp with time zone
  decided_at timestamp with time zone
  sent_at timestamp with time zone
  closed_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.plans
  version_id uuid
  plan_id uuid
  plan text
  version integer
  currency text
  daily_rate numeric
  minimum bigint
  maximum bigint
  duration integer
  unit text
  referral_rate numeric
  state text
  effective_from date
  terms_hash text
  created_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.requests
  request_id uuid
  reference text
  kind text
  subject uuid
  amount bigint
  currency text
  maker bigint
  maker_type text
  beneficiary bigint
  payload_hash text
  needed smallint
  state text
  note text
  created_at timestamp with time zone
  expires_at timestamp with time zone
  decided_at timestamp with time zone
  executed_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.seals
  seal bigint
  journal_ids text
  highest bigint
  closed_to bigint
  journals integer
  lines bigint
  merkle_root text
  previous_root text
  root text
  sealed_at timestamp with time zone
  secret text
  grant SELECT to coffer_outside_auditor
-- view auditor.setting_versions
  key text
  no integer
  before text
  value text
  changed_by bigint
  changed_at timestamp with time zone
  reason text
  request_id uuid
  grant SELECT to coffer_outside_auditor
-- view auditor.settings
  key text
  value text
  touches_money boolean
  description text
  grant SELECT to coffer_outside_auditor
-- view auditor.staff
  staff bigint
  staff_id uuid
  role text
  member bigint
  active boolean
  created_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.tax_deposits
  deposit_id uuid
  request_id uuid
  quarter_on date
  rule_id uuid
  currency text
  amount bigint
  reference text
  paid_on date
  journal_id bigint
  grant SELECT to coffer_outside_auditor
-- view auditor.tax_rules
  rule_id uuid
  regime text
  scope text
  rate numeric
  no_pan_rate numeric
  threshold_units bigint
  from_on date
  until_on date
  note text
  created_by bigint
  created_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.taxes
  credit bigint
  member bigint
  currency text
  value_on date
  year_on date
  amount bigint
  total bigint
  due bigint
  tax bigint
  rule_id uuid
  pan_known boolean
  journal_id bigint
  credited_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.treasury_items
  item bigint
  treasury text
  kind text
  account_id bigint
  currency text
  amount bigint
  value_on date
  state text
  journal_id bigint
  recorded_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- view auditor.trial_balance
  value_on date
  account_kind text
  currency text
  debit bigint
  credit bigint
  lines bigint
  grant SELECT to coffer_outside_auditor
-- view auditor.withdrawals
  withdrawal_id uuid
  reference text
  member bigint
  account_id bigint
  currency text
  amount bigint
  fee bigint
  state text
  reason text
  request_id uuid
  journal_id bigint
  requested_at timestamp with time zone
  decided_at timestamp with time zone
  sent_at timestamp with time zone
  closed_at timestamp with time zone
  grant SELECT to coffer_outside_auditor
-- function desk.active_referrals(p_member bigint) returns bigint[]: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.addressed(p_audience text, p_member bigint) returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.alert_outflow(p_currency text, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.answer_lines(p_lines jsonb) returns void: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.ask_staff_change(p_caller identity.caller, p_staff identity.staff, p_role text, p_active boolean, p_member_email text, p_reason text, p_at timestamp with time zone) returns uuid: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.auth_authenticator(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_authenticator_begin(p_token text, p_challenge uuid, p_mac text, p_browser text, p_authenticator uuid, p_sealed text, p_witness text, p_witness_hash text, p_first_step bigint, p_macs text, p_next_challenge uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_authenticator_confirm(p_token text, p_new_token text, p_authenticator uuid, p_challenge uuid, p_mac text, p_browser text, p_recovery text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_authenticator_remove(p_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_begin(p_challenge uuid, p_email text, p_mac text, p_sealed_code text, p_browser text, p_ip text, p_language text, p_referral text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_destination_cancel(p_cancel text, p_ip text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_destination_cancel_look(p_cancel text, p_ip text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_email_undo(p_undo text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_email_undo_look(p_undo text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_passkey_answer(p_token text, p_challenge uuid, p_mac text, p_browser text, p_passkey uuid, p_counter bigint) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_passkey_begin(p_token text, p_challenge uuid, p_mac text, p_browser text, p_next_challenge uuid, p_next_mac text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_passkey_confirm(p_token text, p_challenge uuid, p_mac text, p_browser text, p_credential text, p_public_key text, p_counter bigint, p_transports jsonb, p_name text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_passkey_remove(p_token text, p_passkey uuid, p_challenge uuid, p_mac text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_passkeys(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_recovery_codes(p_token text, p_challenge uuid, p_mac text, p_browser text, p_recovery text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_recovery_look(p_words text) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_recovery_prove(p_words text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_sign_out(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_sign_up(p_token text, p_new_token text, p_first_name text, p_last_name text, p_mobile text, p_username text, p_referral text, p_of_age boolean, p_terms_version text, p_language text, p_timezone text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_sign_up_form(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_staff_verify(p_token text, p_new_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_step_up_authenticator(p_token text, p_challenge uuid, p_purpose text, p_context text, p_authenticator uuid, p_witness text, p_first_step bigint, p_macs text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_step_up_begin(p_token text, p_challenge uuid, p_purpose text, p_context text, p_mac text, p_sealed_code text, p_browser text, p_ip text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_step_up_by_passkey(p_token text, p_challenge uuid, p_purpose text, p_context text, p_mac text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_step_up_passkey(p_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_step_up_way(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_verify(p_challenge uuid, p_mac text, p_browser text, p_new_token text, p_ip text, p_user_agent text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.auth_view_end(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.batch_kind(p_kind text) returns boolean: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.batch_place(p_request approval.requests) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.call_off_import(p_run office.import_runs, p_problem jsonb, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_bookings(p_import office.imports, p_actor bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_cancellation(p_request approval.requests, p_actor bigint, p_on date, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_claim(p_request approval.requests, p_actor bigint, p_on date, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_import(p_request approval.requests, p_actor bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.carry_out_payout(p_payout uuid, p_actor bigint, p_on date, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_recovery(p_payload jsonb, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_setting(p_request approval.requests, p_caller identity.caller, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_staff_change(p_request approval.requests, p_caller identity.caller, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.carry_out_suspension(p_request approval.requests, p_caller identity.caller, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.check_import(p_request approval.requests) returns office.imports: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.check_setting(p_setting core.settings, p_value text) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.claim_hash(p_claim uuid) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.claimable(p_member bigint) returns TABLE(currency text, amount bigint): stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.closing_obstacles(p_member bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.confirm_booking_payment(p_payment uuid, p_actor bigint, p_on date, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.cooling_over(p_at timestamp with time zone, OUT members bigint[], OUT items bigint[]) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.counter_lines(p_line ledger.lines, p_journal ledger.journals) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.coverage_badge(p_currency text) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.coverage_figures(p_at timestamp with time zone) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.day_bounds(p_from date, p_until date, OUT from_at timestamp with time zone, OUT until_at timestamp with time zone) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.decide_one(p_caller identity.caller, p_request approval.requests, p_decision text, p_note text, p_payload_hash text, p_received bigint, p_at timestamp with time zone, OUT state text, OUT given integer, OUT needed integer) returns record: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.destination_tail(p_destination funding.destinations) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.due_import(p_request approval.requests, p_all boolean, p_actor bigint, p_at timestamp with time zone) returns text: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.earn_at_once(p_commission bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.end_claim(p_claim uuid, p_state text, p_reason text, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.entry_references(p_account bigint, p_from date) returns TABLE(journal_id bigint, line_no integer, amount bigint, value_on date, kind text, reference text, transfer_reference text): stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.execute_request(p_request uuid, p_caller identity.caller, p_received bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.exit_currency(p_member bigint, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.explain_movement(p_line ledger.lines, p_journal ledger.journals) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.export_state(p_export office.exports) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.faults(p_domain text) returns SETOF audit.fault: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.findable(p_search text) returns boolean: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.follow_payments(p_member bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.import_balance_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_booking_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_contract_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_contracts(p_import office.imports) returns TABLE(line integer, cells jsonb, plans bigint, plan_state text, version invest.plan_versions, amount bigint, start_on date, end_on date, earned bigint): stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.import_member_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_money_errors(p_import office.imports, p_kind text) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_own_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.import_people(p_import office.imports) returns TABLE(reference text, line integer, member_id bigint): stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.import_places(p_import office.imports, p_at timestamp with time zone) returns TABLE(line integer, member text, parent text, side text, depth integer, counts boolean, left_count bigint, right_count bigint): stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_step_errors(p_import office.imports, p_step integer) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.import_totals(p_import office.imports) returns jsonb: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.import_touched(p_import uuid, p_staff bigint, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.import_tree_errors(p_import office.imports) returns SETOF office.import_fault: stable, owner coffer_owner, set search_path="", enable_nestloop=off, executed by coffer_reader
-- function desk.json_announcement(p_text messaging.announcement_versions) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_bank_file(p_file payout.bank_files) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_booking(p_booking ev.bookings) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_booking_money(p_booking ev.bookings) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_booking_payment(p_payment ev.payments) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_branch(p_node network.nodes, p_levels integer) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_cap(p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_certificate(p_member bigint, p_quarter_on date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_claim(p_claim referral.milestone_claims) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_claim_payment(p_request approval.requests) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_colleague(p_staff identity.staff) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_compensation(p_version network.plan_versions) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_coverage(p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_deposit(p_deposit funding.deposits) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_destination(p_destination funding.destinations, p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_document(p_document compliance.documents, p_on date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_earnings(p_member bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_entry(p_entry audit.log) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_estate(p_claim compliance.claims) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_export(p_export office.exports) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_figures(p_figures treasury.day_figures, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_finding(p_row audit.findings) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_found(p_top bigint, p_search text) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_history(p_member bigint, p_currency text, p_from date, p_to date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_import(p_import office.imports) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_import_fault(p_fault office.import_fault) returns jsonb: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_import_run(p_run office.import_runs) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_investment(p_investment invest.investments) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_join(p_member bigint) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_journal(p_journal ledger.journals) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_journal_lines(p_journal bigint, p_after integer, p_most integer) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_kyc(p_member bigint, p_on date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_legs(p_node network.nodes, p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_manual_lines(p_request approval.requests) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_maturity(p_investment invest.investments, p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_member(p_member identity.members) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_messages(p_thread uuid, p_before integer) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_method(p_method funding.methods) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_method_names() returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_milestone(p_milestone referral.milestones, p_on date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_milestones(p_member bigint, p_on date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_movement(p_line ledger.lines) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_named(p_member text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_node(p_node network.nodes, p_at timestamp with time zone) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_open_item(p_item treasury.open_item, p_account bigint, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_owed(p_member bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_own_export(p_export office.exports) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_pair(p_pair network.pairs) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_paper(p_paper compliance.papers, p_on date) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_payout(p_payout payout.payouts) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_payout_parts(p_payout payout.payouts) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_photo(p_member bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_picture(p_picture uuid) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_plan(p_plan invest.plans, p_version invest.plan_versions) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_profile(p_member identity.members) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_quote(p_plan invest.plans, p_version invest.plan_versions, p_amount bigint, p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_reconciled() returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_request(p_request approval.requests, p_caller identity.caller) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_schedule(p_amount bigint, p_rate numeric, p_start date, p_days integer, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_setting(p_setting core.settings) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_sheet(p_sheet treasury.sheets) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_staff_thread(p_thread messaging.threads, p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_standing(p_staff identity.staff) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_tax_rule(p_rule payout.tax_rules) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_tax_why(p_rule uuid, p_gross bigint, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_thread(p_thread messaging.threads, p_side text, p_at timestamp with time zone) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_tracker(p_kind text, p_subject uuid) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_vehicle(p_vehicle ev.vehicles) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_wallets(p_member bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_way(p_top bigint, p_node network.nodes) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_what_if(p_run network.what_ifs, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.json_withdrawal(p_withdrawal funding.withdrawals) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.like_text(p_text text) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.line_candidates(p_account bigint, p_lines uuid[]) returns TABLE(line_id uuid, candidates jsonb): stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_booking(p_template text, p_booking uuid, p_payment uuid, p_reason text) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_claim(p_template text, p_claim uuid, p_reason text) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_commission(p_commission bigint) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_deposit(p_template text, p_deposit uuid, p_reason text) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_desk(p_thread uuid, p_no integer) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_earned(p_items bigint[]) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_kyc(p_template text, p_kyc compliance.kyc) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_matured(p_investments bigint[]) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_payout(p_template text, p_payout uuid) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_renewed(p_old bigint, p_new invest.investments) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_thread(p_template text, p_thread uuid, p_dedupe text) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.mail_withdrawal(p_template text, p_withdrawal uuid, p_reason text) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.make_cursor(p_at timestamp with time zone, p_id uuid) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.manual_accounts(p_kind text) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.manual_lines(p_kind text, p_currency text, p_member bigint, p_lines jsonb, OUT lines ledger.line[], OUT total bigint) returns record: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.match_statement(p_account bigint, p_by bigint, p_at timestamp with time zone) returns bigint: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.member_announcement_dismiss(p_token text, p_announcement uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_announcements(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_book(p_token text, p_vehicle uuid, p_price text, p_parts integer, p_day integer, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_booking(p_token text, p_booking uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_booking_cancel(p_token text, p_booking uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_booking_keep(p_token text, p_booking uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_booking_pay(p_token text, p_booking uuid, p_amount text, p_transaction_reference text, p_key uuid, p_file uuid DEFAULT NULL::uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_bookings(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_close(p_token text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_close_check(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_deactivate(p_token text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_deposit(p_token text, p_deposit uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_deposit_cancel(p_token text, p_deposit uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_deposit_check(p_token text, p_method uuid, p_amount text, p_transaction_reference text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_deposit_form(p_token text, p_method uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_deposit_submit(p_token text, p_method uuid, p_reference text, p_amount text, p_transaction_reference text, p_file uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_deposits(p_token text, p_state text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_destination_add(p_token text, p_type text, p_label text, p_address text, p_account_name text, p_account_number text, p_ifsc text, p_challenge uuid, p_mac text, p_browser text, p_key uuid, p_cancel_hash text DEFAULT NULL::text, p_sealed_cancel text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_destination_check(p_token text, p_type text, p_label text, p_address text DEFAULT NULL::text, p_account_name text DEFAULT NULL::text, p_account_number text DEFAULT NULL::text, p_ifsc text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_destination_remove(p_token text, p_destination uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_destinations(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_earnings(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_email_begin(p_token text, p_email text, p_challenge uuid, p_mac text, p_browser text, p_new_challenge uuid, p_new_mac text, p_sealed_code text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_email_check(p_token text, p_email text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_email_confirm(p_token text, p_email text, p_challenge uuid, p_mac text, p_browser text, p_undo_hash text, p_sealed_undo text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_exit(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_export_ask(p_token text, p_report text, p_from date, p_until date, p_wallet text, p_currency text, p_format text, p_language text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_export_file(p_token text, p_export uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_exports(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_file(p_token text, p_file uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_file_add(p_token text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_frame(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_history(p_token text, p_currency text DEFAULT NULL::text, p_days integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_home(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_invest(p_token text, p_plan uuid, p_version uuid, p_wallet text, p_amount text, p_risk_accepted boolean, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_investment(p_token text, p_investment uuid, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_investments(p_token text, p_state text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_kyc(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_kyc_document_add(p_token text, p_document uuid, p_kind text, p_number_sealed text, p_number_last4 text, p_number_index text, p_ifsc text, p_expires_on date, p_file_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_kyc_document_remove(p_token text, p_document uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_kyc_file(p_token text, p_document uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_kyc_submit(p_token text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_language(p_token text, p_language text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_mails(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_maturity_choose(p_token text, p_investment uuid, p_choice text, p_risk_accepted boolean, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_message_write(p_token text, p_thread uuid, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_methods(p_token text, p_for text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_milestone(p_token text, p_milestone uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_milestone_claim(p_token text, p_milestone uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_movement(p_token text, p_id text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_movements(p_token text, p_wallet text DEFAULT NULL::text, p_currency text DEFAULT NULL::text, p_kind text DEFAULT NULL::text, p_from date DEFAULT NULL::date, p_to date DEFAULT NULL::date, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_network(p_token text, p_member uuid DEFAULT NULL::uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_network_join(p_token text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_nominees(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_nominees_save(p_token text, p_nominees jsonb) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_notice_delete(p_token text, p_notice uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_notice_read(p_token text, p_notice uuid, p_and_older boolean) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_notices(p_token text, p_kind text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_pair(p_token text, p_pair uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_pairs(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_payout(p_token text, p_payout uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_payout_cancel(p_token text, p_payout uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_payout_check(p_token text, p_currency text, p_amount text, p_autofill boolean, p_destination uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_payout_form(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_payout_request(p_token text, p_currency text, p_amount text, p_autofill boolean, p_destination uuid, p_challenge uuid, p_mac text, p_browser text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_payouts(p_token text, p_state text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_photo(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_photo_remove(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_photo_save(p_token text, p_file uuid, p_bytes integer, p_sha256 text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_plan(p_token text, p_plan uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_plans(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_profile(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_profile_save(p_token text, p_first_name text, p_last_name text, p_mobile text, p_country text, p_address text, p_state text, p_zip text, p_city text, p_language text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_proof(p_token text, p_id text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_quote(p_token text, p_plan uuid, p_wallet text, p_amount text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_record(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_referrals(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_reopen(p_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_schedule(p_token text, p_investment uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_session_revoke(p_token text, p_session uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_sessions(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_sessions_revoke_others(p_token text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_statement(p_token text, p_period text DEFAULT NULL::text, p_from date DEFAULT NULL::date, p_to date DEFAULT NULL::date, p_wallet text DEFAULT NULL::text, p_currency text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_tax(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_tax_certificate(p_token text, p_on date) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_thread(p_token text, p_thread uuid, p_before integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_thread_file(p_token text, p_file uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_thread_open(p_token text, p_grievance boolean, p_subject text, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_thread_read(p_token text, p_thread uuid, p_up_to integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_threads(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_transfer(p_token text, p_currency text, p_amount text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_transfer_check(p_token text, p_currency text, p_amount text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_tree(p_token text, p_member uuid DEFAULT NULL::uuid, p_search text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_vehicle(p_token text, p_vehicle uuid, p_to_book boolean DEFAULT false) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_vehicle_picture(p_token text, p_picture uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_vehicles(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_wallets(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_withdraw(p_token text, p_wallet text, p_currency text, p_amount text, p_destination uuid, p_challenge uuid, p_mac text, p_browser text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_withdrawal(p_token text, p_withdrawal uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_withdrawal_cancel(p_token text, p_withdrawal uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_withdrawal_check(p_token text, p_wallet text, p_currency text, p_amount text, p_destination uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.member_withdrawal_form(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.member_withdrawals(p_token text, p_state text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.members_called(p_search text, p_before bigint DEFAULT NULL::bigint, p_most integer DEFAULT 500) returns SETOF bigint: stable, security definer, owner coffer_owner, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_reader
-- function desk.movement_about(p_kind ledger.journal_kind, p_cause uuid, p_source bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.movement_terms(p_kind ledger.journal_kind, p_cause uuid, p_source bigint, p_value_on date, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.movements(p_member bigint, p_wallet text, p_currency text, p_kind text, p_from date, p_to date, p_cursor text, p_limit integer) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.name_locked(p_member bigint) returns boolean: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.named_exactly(p_search text) returns TABLE(kind text, id uuid, said text): stable, security definer, owner coffer_owner, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_reader
-- function desk.network_date(p_at timestamp with time zone) returns date: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.node_below(p_top bigint, p_member uuid) returns network.nodes: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.nothing_found() returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.notice_kind(p_template text, p_facts jsonb) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.open_contract(p_member bigint, p_plan invest.plans, p_version invest.plan_versions, p_wallet text, p_amount bigint, p_start date, p_at timestamp with time zone, p_hold uuid DEFAULT NULL::uuid) returns invest.investments: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.open_kyc_request(p_kyc compliance.kyc, p_proposed boolean, p_at timestamp with time zone) returns uuid: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.open_watch_run(p_form text, p_domain text, p_at timestamp with time zone) returns audit.watch_runs: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.own_member(p_caller identity.caller) returns identity.members: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.own_rows(p_me identity.members) returns bigint: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.own_thread(p_caller identity.caller, p_thread uuid) returns messaging.threads: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.pack_scope(p_filters jsonb, OUT whole boolean, OUT from_at timestamp with time zone, OUT until_at timestamp with time zone, OUT first bigint, OUT last bigint, OUT within int8multirange, OUT before int8multirange, OUT log_first bigint, OUT log_last bigint, OUT log_within int8multirange) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.passkey_caller(p_token text) returns identity.caller: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.percent_down(p_part bigint, p_whole bigint) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.place_member(p_member bigint, p_above bigint, p_placement text, p_parent bigint, p_side text, p_at timestamp with time zone) returns network.nodes: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.post_openings(p_bank bigint, p_currency text, p_credits ledger.line[], p_deployed bigint, p_on date, p_actor bigint, p_cause uuid) returns bigint: volatile, owner coffer_owner, set search_path="", enable_nestloop=on, executed by coffer_reader
-- function desk.public_admit(p_ip text, p_token text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_coverage() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_grievances() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_income() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_paper_file(p_version uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_papers() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_plans() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_quote(p_plan uuid, p_amount text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_ready() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_referrer(p_code text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.public_seals(p_before bigint DEFAULT NULL::bigint) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.public_site() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.queue_due(p_at timestamp with time zone) returns boolean: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.raise_faults(p_faults audit.fault[], p_run audit.watch_runs) returns integer: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.read_cursor(p_cursor text, OUT at timestamp with time zone, OUT id uuid) returns record: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.recovery_request(p_recovery identity.recoveries) returns approval.requests: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.referral_totals(p_member bigint) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.referred_people(p_member bigint) returns jsonb: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.renew_contract(p_renewal invest.renewals, p_at timestamp with time zone) returns invest.investments: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_accruals(p_from date, p_until date, p_by text, p_currency text, p_plan uuid) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_activity(p_from date, p_until date, p_by text, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_approvals(p_from date, p_until date, p_by text, p_currency text, p_person uuid) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_commissions(p_from date, p_until date, p_by text, p_currency text, p_source text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_days(p_from date, p_until date, p_by text, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_filter(p_report text, p_from date, p_until date, p_by text, p_currency text, p_part text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_liquidity(p_from date, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_page(p_report text, p_filter jsonb, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_period(p_from date, p_until date, p_by text, p_today date, OUT from_on date, OUT until_on date, OUT step text) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_rows(p_report text, p_filter jsonb, p_cursor text, p_limit integer, p_seen pg_snapshot DEFAULT NULL::pg_snapshot) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_sales(p_from date, p_until date, p_by text, p_currency text, p_vehicle uuid) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_tax(p_from date, p_until date, p_currency text) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.report_wallets(p_from date, p_until date, p_currency text, p_wallet text, p_cursor text, p_limit integer, p_seen pg_snapshot DEFAULT NULL::pg_snapshot) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.request_activation(p_version invest.plan_versions, p_caller identity.caller, p_at timestamp with time zone) returns uuid: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.request_evidence(p_request approval.requests) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.request_money(p_kind text, p_label text, p_amount bigint, p_currency text, p_payload jsonb, p_caller identity.caller, p_at timestamp with time zone) returns uuid: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.request_treasury(p_kind text, p_caller identity.caller, p_treasury text, p_currency text, p_amount text, p_method uuid, p_note text, p_key uuid) returns jsonb: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.requests_labelled(p_search text, p_most integer DEFAULT 500) returns SETOF uuid: stable, security definer, owner coffer_owner, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_reader
-- function desk.require_kyc(p_member bigint) returns void: stable, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.reversal_refused(p_journal ledger.journals) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.reversal_subject(p_journal bigint) returns uuid: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.sale_figures(p_at timestamp with time zone, OUT qualify bigint, OUT buyer bigint, OUT cooling integer) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.same_import(p_request approval.requests) returns office.imports: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.sandbox_clock() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web, coffer_worker
-- function desk.sandbox_clock_move(p_by interval) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web, coffer_worker
-- function desk.sandbox_clock_set(p_at timestamp with time zone) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web, coffer_worker
-- function desk.sandbox_mailbox(p_to text DEFAULT NULL::text, p_limit integer DEFAULT 50) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web, coffer_worker
-- function desk.setting_subject(p_key text) returns uuid: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.sheet_method(p_method uuid) returns funding.methods: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.sign_in_device(p_session uuid, p_browser text) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.sign_up_session(p_token text, p_body jsonb DEFAULT NULL::jsonb) returns identity.sessions: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.sold_version(p_plan uuid, p_at timestamp with time zone, OUT plan invest.plans, OUT version invest.plan_versions) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.staff_accounts(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_announcement(p_token text, p_announcement uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_announcement_publish(p_token text, p_announcement uuid, p_version integer, p_notify boolean DEFAULT false) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_announcement_save(p_token text, p_announcement uuid, p_audience text, p_from date, p_until date, p_texts jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_announcement_withdraw(p_token text, p_announcement uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_announcements(p_token text, p_cursor uuid DEFAULT NULL::uuid, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_audit(p_token text, p_person text DEFAULT NULL::text, p_action text DEFAULT NULL::text, p_object text DEFAULT NULL::text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_bank_answer(p_token text, p_file uuid, p_lines jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_bank_answer_check(p_token text, p_file uuid, p_lines jsonb) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_bank_file(p_token text, p_file uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_bank_file_draft(p_token text, p_currency text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_bank_file_make(p_token text, p_method uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_bank_files(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_bank_transfer(p_token text, p_from uuid, p_to uuid, p_amount text, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_batch(p_token text, p_kind text, p_search text DEFAULT NULL::text, p_only jsonb DEFAULT NULL::jsonb) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_booking(p_token text, p_booking uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_booking_delivered(p_token text, p_booking uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_booking_refunded(p_token text, p_booking uuid, p_transaction_reference text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_bookings(p_token text, p_refunds boolean DEFAULT false, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer, p_search text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_cancel_request(p_token text, p_request uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_claim(p_token text, p_member uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_claim_cancel(p_token text, p_claim uuid, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_claim_file(p_token text, p_file uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_claim_file_add(p_token text, p_claim uuid, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_claim_open(p_token text, p_member uuid, p_died_on date, p_reported_by text, p_note text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_claim_pay(p_token text, p_claim uuid, p_accounts jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_claim_settle(p_token text, p_claim uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_colleague(p_token text, p_staff uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_colleague_add(p_token text, p_email text, p_name text, p_role text, p_member_email text, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_colleague_change(p_token text, p_staff uuid, p_role text, p_active boolean, p_member_email text, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_compensation(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_compensation_draft(p_token text, p_from_on date, p_pair_value text, p_first_full_pairs integer, p_emi_percent text, p_monthly_pair_cap integer, p_over_cap text, p_reserve_percent text, p_count_on text, p_qualify_amount text, p_cooling_off_days integer, p_placement text, p_active_buyer_amount text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_decide(p_token text, p_request uuid, p_decision text, p_note text, p_payload_hash text, p_received text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_decide_batch(p_token text, p_requests jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_export_ask(p_token text, p_report text, p_from date, p_until date, p_by text, p_currency text, p_part text, p_format text, p_language text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_export_file(p_token text, p_export uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_exports(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_file(p_token text, p_file uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_finding_clear(p_token text, p_finding uuid, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_frame(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_grievances(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_home(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_import(p_token text, p_import uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_import_begin(p_token text, p_currency text, p_cutover_on date, p_method uuid, p_deployed text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_import_check(p_token text, p_import uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_import_drop(p_token text, p_import uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_import_file(p_token text, p_import uuid, p_kind text, p_name text, p_columns jsonb, p_rows jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_import_file_remove(p_token text, p_import uuid, p_kind text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_import_submit(p_token text, p_import uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_imports(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_items_explain(p_token text, p_method uuid, p_items jsonb, p_reason text, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_job_retry(p_token text, p_job bigint, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_jobs(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_journal(p_token text, p_number bigint, p_after integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_journal_ask(p_token text, p_kind text, p_currency text, p_value_on date, p_member uuid, p_lines jsonb, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_journal_reverse(p_token text, p_number bigint, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_journals(p_token text, p_kind text DEFAULT NULL::text, p_account bigint DEFAULT NULL::bigint, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_search text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_kyc_document(p_token text, p_document uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_kyc_file(p_token text, p_document uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_kyc_reveal(p_token text, p_document uuid, p_reason text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_kyc_review(p_token text, p_kyc uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_language(p_token text, p_language text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_line_match(p_token text, p_line uuid, p_entry text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_line_unmatch(p_token text, p_line uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_mail_decide(p_token text, p_mail uuid, p_verb text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_mails(p_token text, p_state text DEFAULT NULL::text, p_search text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_member(p_token text, p_member uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_member_suspend(p_token text, p_member uuid, p_suspend boolean, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_members(p_token text, p_search text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_message_write(p_token text, p_thread uuid, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_method_save(p_token text, p_method uuid, p_name text, p_type text, p_currency text, p_address text, p_instructions text, p_details jsonb, p_minimum text, p_active boolean, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_methods(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_milestone(p_token text, p_milestone uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_milestone_end(p_token text, p_milestone uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_milestone_offer(p_token text, p_name text, p_needed integer, p_reward text, p_currency text, p_starts_on date, p_ends_on date, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_milestones(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_node_place(p_token text, p_member uuid, p_sponsor uuid, p_placement text, p_parent uuid, p_side text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_note_write(p_token text, p_member uuid, p_body text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_pack_ask(p_token text, p_from date, p_until date, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_pack_file(p_token text, p_pack uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_packs(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_pairs(p_token text, p_member uuid, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_paper(p_token text, p_paper uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_paper_add(p_token text, p_kind text, p_title text, p_issuer text, p_public boolean, p_review_on date, p_valid_from date, p_valid_until date, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_paper_file(p_token text, p_version uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_paper_replace(p_token text, p_paper uuid, p_valid_from date, p_valid_until date, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_paper_retire(p_token text, p_paper uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_paper_save(p_token text, p_paper uuid, p_kind text, p_title text, p_issuer text, p_public boolean, p_review_on date) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_papers(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_payout(p_token text, p_payout uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_payout_paid(p_token text, p_payout uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_payout_returned(p_token text, p_payout uuid, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_payout_reverse(p_token text, p_payout uuid, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_payouts(p_token text, p_state text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer, p_search text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_permissions(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_photo(p_token text, p_member uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_plan(p_token text, p_plan uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_plan_create(p_token text, p_name text, p_currency text, p_timezone text, p_daily_rate text, p_minimum text, p_maximum text, p_duration integer, p_unit text, p_referral_rate text, p_description text, p_risk_text text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_plan_retire(p_token text, p_plan uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_plan_version_add(p_token text, p_plan uuid, p_daily_rate text, p_minimum text, p_maximum text, p_duration integer, p_unit text, p_referral_rate text, p_description text, p_risk_text text, p_effective_from date, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_plans(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_rate_what_if(p_token text, p_version uuid, p_side text DEFAULT 'lose'::text, p_after integer DEFAULT NULL::integer, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_reconciliation(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_reconciliation_sheet(p_token text, p_method uuid, p_on date) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_recovery_begin(p_token text, p_member uuid, p_email text, p_drop_authenticator boolean, p_note text, p_words_hash text, p_sealed_words text, p_undo_hash text, p_sealed_undo text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_report_accruals(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_by text DEFAULT NULL::text, p_currency text DEFAULT NULL::text, p_plan uuid DEFAULT NULL::uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_activity(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_by text DEFAULT NULL::text, p_currency text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_approvals(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_by text DEFAULT NULL::text, p_currency text DEFAULT NULL::text, p_person uuid DEFAULT NULL::uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_commissions(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_by text DEFAULT NULL::text, p_currency text DEFAULT NULL::text, p_source text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_days(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_by text DEFAULT NULL::text, p_currency text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_liquidity(p_token text, p_currency text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_sales(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_by text DEFAULT NULL::text, p_currency text DEFAULT NULL::text, p_vehicle uuid DEFAULT NULL::uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_tax(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_currency text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_report_wallets(p_token text, p_from date DEFAULT NULL::date, p_until date DEFAULT NULL::date, p_currency text DEFAULT NULL::text, p_wallet text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_request(p_token text, p_request uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_requests(p_token text, p_state text DEFAULT NULL::text, p_kind text DEFAULT NULL::text, p_search text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_reserve_release(p_token text, p_member uuid, p_currency text, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_search(p_token text, p_search text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_session_revoke(p_token text, p_session uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_sessions(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_setting(p_token text, p_setting text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_setting_change(p_token text, p_setting text, p_before text, p_value text, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_settings(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_sheet_submit(p_token text, p_method uuid, p_on date, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_statement(p_token text, p_statement uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_statement_begin(p_token text, p_method uuid, p_file_name text, p_sha256 text, p_format text, p_mapping jsonb, p_begins_on date, p_opening text, p_closings jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_statement_close(p_token text, p_statement uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_statement_form(p_token text, p_method uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_statement_lines(p_token text, p_statement uuid, p_lines jsonb, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_sweep(p_token text, p_currency text, p_held text, p_own text, p_method uuid, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_tax_certificate(p_token text, p_member uuid, p_on date) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_tax_deposit(p_token text, p_quarter_on date, p_rule uuid, p_currency text, p_amount text, p_method uuid, p_reference text, p_paid_on date, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_tax_register(p_token text, p_on date DEFAULT NULL::date) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_tax_rule_add(p_token text, p_regime text, p_scope text, p_rate text, p_no_pan_rate text, p_threshold integer, p_cap integer, p_from_on date, p_until_on date, p_certificate_form text, p_payment_code text, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_tax_rule_end(p_token text, p_rule uuid, p_until_on date, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_tax_rules(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_team(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_thread(p_token text, p_thread uuid, p_before integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_thread_acknowledge(p_token text, p_thread uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_thread_assign(p_token text, p_thread uuid, p_to uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_thread_close(p_token text, p_thread uuid, p_body text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_thread_file(p_token text, p_file uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_thread_read(p_token text, p_thread uuid, p_up_to integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_thread_reopen(p_token text, p_thread uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_threads(p_token text, p_state text DEFAULT NULL::text, p_kind text DEFAULT NULL::text, p_assigned text DEFAULT NULL::text, p_search text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.staff_treasury(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_treasury_fund(p_token text, p_treasury text, p_currency text, p_amount text, p_method uuid, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_treasury_return(p_token text, p_treasury text, p_currency text, p_amount text, p_method uuid, p_note text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_tree(p_token text, p_member uuid DEFAULT NULL::uuid, p_search text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_trial_balance(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_vehicle_picture(p_token text, p_picture uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_vehicle_save(p_token text, p_vehicle uuid, p_name text, p_price text, p_currency text, p_active boolean, p_picture uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_vehicles(p_token text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_view_begin(p_token text, p_member uuid, p_reason text, p_new_token text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_watch(p_token text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_what_if(p_token text, p_version uuid, p_side text DEFAULT 'lose'::text, p_after integer DEFAULT NULL::integer, p_limit integer DEFAULT NULL::integer) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_what_if_ask(p_token text, p_version uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_what_if_read(p_token text, p_what_if uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_withdrawal(p_token text, p_withdrawal uuid) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", executed by coffer_web
-- function desk.staff_withdrawal_confirm(p_token text, p_withdrawal uuid, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_withdrawal_returned(p_token text, p_withdrawal uuid, p_reason text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_withdrawal_sent(p_token text, p_withdrawal uuid, p_method uuid, p_transaction_reference text, p_key uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_web
-- function desk.staff_withdrawals(p_token text, p_state text DEFAULT NULL::text, p_cursor text DEFAULT NULL::text, p_limit integer DEFAULT NULL::integer, p_search text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_reader, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_web
-- function desk.standing_announcement(p_row messaging.announcements, p_text messaging.announcement_versions, p_at timestamp with time zone) returns text: immutable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.statement(p_member bigint, p_wallet text, p_currency text, p_from date, p_to date, p_cursor text, p_limit integer) returns jsonb: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.statement_period(p_period text, p_from date, p_to date, p_today date, OUT first_on date, OUT last_on date) returns record: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.step_up_caller(p_token text, p_purpose text) returns identity.caller: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.stop_recovery(p_words text, p_at timestamp with time zone) returns text: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.tell_member() returns trigger: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.tell_own_export() returns trigger: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.tell_security(p_caller identity.caller, p_what text, p_pauses boolean) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.threads_about(p_search text, p_most integer DEFAULT 500) returns SETOF uuid: stable, security definer, owner coffer_owner, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_reader
-- function desk.undo_request(p_request uuid, p_reason text, p_at timestamp with time zone) returns void: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.withdrawal_context(p_wallet text, p_currency text, p_amount bigint, p_destination uuid) returns text: stable, owner coffer_owner, set search_path="", executed by coffer_reader
-- function desk.worker_accrual_begin(p_as_of date, p_timezone text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_accrual_chunk(p_as_of date, p_timezone text DEFAULT NULL::text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_accrual_due() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_announce() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_anonymise(p_member uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_audit_seal() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_audit_seals_after(p_number bigint) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_closed_due() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_cooling_ends() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_disclose() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_emi_place(p_member bigint) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_ev_remind() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_export_begin(p_export uuid, p_file uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_export_finish(p_export uuid, p_file uuid, p_rows bigint, p_bytes bigint, p_sha256 text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_export_removed(p_export uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_export_rows(p_export uuid, p_file uuid, p_done bigint, p_cursor text, p_limit integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_exports_due() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_fold() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_grievances_escalate() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_heartbeat(p_worker text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_holds_expire() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_import_begin(p_run uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_import_check(p_run uuid, p_attempt integer, p_step integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_import_post(p_run uuid, p_attempt integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_kyc_expire() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_kyc_remind() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_mail_close(p_mail uuid, p_outcome text, p_error text, p_subject text, p_html text, p_text text, p_keep boolean) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_mail_open(p_mail uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_network_match(p_limit integer DEFAULT 500) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_outbox_handed(p_ids bigint[]) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_outbox_take(p_limit integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_own_read(p_export uuid, p_file uuid, p_done bigint, p_what text, p_args jsonb) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_pack_open(p_pack uuid, p_part text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", TimeZone=UTC, DateStyle=ISO, YMD, executed by coffer_worker
-- function desk.worker_pack_plan(p_pack uuid) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_pack_progress(p_pack uuid, p_file uuid, p_done bigint) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_pack_read(p_cursor text, p_rows integer) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", TimeZone=UTC, DateStyle=ISO, YMD, executed by coffer_worker
-- function desk.worker_papers_remind() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_renew() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_requests_expire() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_seal() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_seals_after(p_number bigint) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_sessions_prune() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_settle(p_treasury bigint DEFAULT NULL::bigint, p_limit integer DEFAULT 5000) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_snapshots() returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_waiting_mails(p_limit integer DEFAULT 500) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.worker_watch_changes(p_most integer DEFAULT 300000) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", enable_seqscan=off, plan_cache_mode=force_custom_plan, jit=off, executed by coffer_worker
-- function desk.worker_watch_everything(p_domain text) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", plan_cache_mode=force_custom_plan, executed by coffer_worker
-- function desk.worker_what_if(p_limit integer DEFAULT 20000) returns jsonb: volatile, security definer, owner coffer_owner, set search_path="", executed by coffer_worker
-- function desk.write_message(p_thread uuid, p_caller identity.caller, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_at timestamp with time zone) returns jsonb: volatile, owner coffer_owner, set search_path="", executed by coffer_reader
