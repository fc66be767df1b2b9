-- Up Migration
-- People, their sessions and what they prove when they sign in.

create schema identity;
comment on schema identity is 'Members, staff, roles, challenges, sessions, rate counters.';

create sequence identity.actor_ids start 1001;
comment on sequence identity.actor_ids is 'One sequence for members and staff: an actor id names one person wherever it stands.';

create table identity.members (
  id bigint primary key default nextval('identity.actor_ids'),
  public_id uuid not null default uuidv7() constraint member_public_ids_are_unique unique,
  email text not null constraint member_emails_are_unique unique constraint member_email_is_normal check (email = lower(email) and length(email) between 3 and 254),
  first_name text not null constraint member_first_name_is_one_to_eighty check (length(first_name) between 1 and 80),
  last_name text not null constraint member_last_name_is_at_most_eighty check (length(last_name) <= 80),
  mobile text constraint member_mobiles_are_unique unique constraint member_mobile_is_e164 check (mobile ~ '^\+[1-9][0-9]{6,14}$'),
  username text constraint member_usernames_are_unique unique constraint member_username_is_three_to_fifteen check (username ~ '^[a-z][a-z0-9_]{2,14}$'),
  referral_code text not null constraint member_referral_codes_are_unique unique constraint member_referral_code_has_no_look_alikes check (referral_code ~ '^[2-9A-HJKMNP-TV-Z]{8}$'),
  status text not null default 'active' constraint member_status_is_known check (status in ('active', 'suspended', 'closed')),
  language text not null default 'en' constraint member_language_is_known check (language in ('en', 'es', 'hi')),
  timezone text not null default 'UTC',
  terms_version text not null,
  terms_accepted_at timestamptz not null,
  kyc_approved_at timestamptz,
  joined_at timestamptz not null
);
comment on table identity.members is 'Members. Names and addresses live here only, so that anonymising a person breaks no proof elsewhere.';
create index members_by_joined on identity.members (joined_at desc, id desc);
alter table identity.members enable row level security;

create table identity.staff (
  id bigint primary key default nextval('identity.actor_ids'),
  public_id uuid not null default uuidv7() constraint staff_public_ids_are_unique unique,
  email text not null constraint staff_emails_are_unique unique constraint staff_email_is_normal check (email = lower(email) and length(email) between 3 and 254),
  name text not null constraint staff_name_is_one_to_eighty check (length(name) between 1 and 80),
  role text not null constraint staff_role_is_known check (role in ('support', 'operations', 'finance', 'auditor', 'admin')),
  member_id bigint constraint staff_member_is_linked_once unique references identity.members on delete restrict,
  active boolean not null default true,
  created_at timestamptz not null
);
comment on table identity.staff is 'Staff. One who is also a member is linked to that member, so that nobody decides about their own money.';
alter table identity.staff enable row level security;

create table identity.role_permissions (
  role text not null constraint permission_role_is_known check (role in ('support', 'operations', 'finance', 'auditor', 'admin')),
  permission text not null,
  primary key (role, permission)
);
comment on table identity.role_permissions is 'What each staff role may do; asked by the functions themselves.';
alter table identity.role_permissions enable row level security;

create table identity.sessions (
  id uuid primary key default uuidv7(),
  token_hash bytea not null constraint session_tokens_are_unique unique constraint session_token_hash_is_sha256 check (length(token_hash) = 32),
  audience text not null constraint session_audience_is_known check (audience in ('member', 'staff', 'sign_up')),
  actor_id bigint,
  email text,
  referral text,
  assurance smallint not null default 1 constraint session_assurance_is_one_or_two check (assurance in (1, 2)),
  ip text not null default '',
  user_agent text not null default '' constraint session_user_agent_is_bounded check (length(user_agent) <= 300),
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  idle_limit interval not null,
  revoked_at timestamptz,
  constraint session_belongs_to_an_actor_or_a_sign_up check ((audience = 'sign_up') = (actor_id is null) and (audience <> 'sign_up' or email is not null))
);
comment on table identity.sessions is 'Sessions. Only the SHA-256 of the token is stored; assurance is a property of the row.';
create index sessions_by_actor on identity.sessions (actor_id, created_at desc) where revoked_at is null;
create index sessions_by_expiry on identity.sessions (expires_at);
alter table identity.sessions enable row level security;

create table identity.challenges (
  id uuid primary key,
  email text not null,
  purpose text not null constraint challenge_purpose_is_known check (purpose in ('login', 'staff_login', 'withdrawal', 'destination')),
  context text not null default '' constraint challenge_context_is_bounded check (length(context) <= 600),
  code_mac bytea not null constraint challenge_mac_is_sha256 check (length(code_mac) = 32),
  browser_hash bytea not null,
  session_id uuid,
  referral text,
  attempts smallint not null default 0 constraint challenge_has_five_attempts check (attempts between 0 and 5),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null constraint challenge_lives_ten_minutes check (expires_at <= created_at + interval '10 minutes'),
  used_at timestamptz,
  invalidated_at timestamptz
);
comment on table identity.challenges is 'Mail codes waiting to be proven. The email that logs in is the one in this row, never one that a browser sends.';
create unique index one_live_challenge_per_email_purpose_and_browser on identity.challenges (email, purpose, browser_hash) where used_at is null and invalidated_at is null;
create index challenges_by_expiry on identity.challenges (expires_at);
alter table identity.challenges enable row level security;

create table identity.rate_counters (
  bucket text not null,
  subject bytea not null,
  started_at timestamptz not null,
  used integer not null,
  primary key (bucket, subject)
) with (fillfactor = 70);
comment on table identity.rate_counters is 'Fixed windows of attempts per bucket and (hashed) subject. Counted by functions that return, never by ones that raise.';
alter table identity.rate_counters enable row level security;

create type identity.caller as (session_id uuid, actor_id bigint, audience text, role text, assurance smallint, member_id bigint);
comment on type identity.caller is 'Who is calling, as the database found out from the session token.';
