-- Up Migration
-- What members and staff write to each other, grievances with their clocks, and what the portal tells a member (spec 4.4, 5.4).

alter table outbox.mails add column member_id bigint references identity.members on delete restrict;
comment on column outbox.mails.member_id is 'The member it tells something; null for codes, for staff and for addresses nobody has proven.';
create index mails_by_member on outbox.mails (member_id) where member_id is not null;

create schema messaging;
comment on schema messaging is 'Conversations between members and staff, grievances among them, and notices of the portal.';

create table messaging.threads (
  id uuid primary key default uuidv7(),
  reference text not null constraint thread_references_are_unique unique,
  kind text not null constraint thread_kind_is_known check (kind in ('question', 'grievance')),
  member_id bigint not null references identity.members on delete restrict,
  subject text not null constraint thread_subject_is_bounded check (length(subject) between 1 and 120),
  assignee_id bigint references identity.staff on delete restrict,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz,
  member_wrote integer not null default 0 constraint a_side_writes_forwards check (member_wrote >= 0 and staff_wrote >= 0),
  staff_wrote integer not null default 0,
  member_read integer not null default 0 constraint members_read_what_staff_wrote check (member_read between 0 and staff_wrote),
  staff_read integer not null default 0 constraint staff_read_what_members_wrote check (staff_read between 0 and member_wrote),
  acknowledge_by timestamptz,
  resolve_by timestamptz,
  acknowledged_at timestamptz,
  due_at timestamptz generated always as (case when closed_at is not null then null when acknowledged_at is null then least(acknowledge_by, resolve_by) else resolve_by end) stored,
  constraint a_grievance_and_nothing_else_has_clocks check ((kind = 'grievance') = (acknowledge_by is not null) and (acknowledge_by is null) = (resolve_by is null)),
  constraint only_a_grievance_is_acknowledged check (acknowledged_at is null or kind = 'grievance'),
  constraint a_grievance_is_acknowledged_before_it_is_resolved check (kind <> 'grievance' or closed_at is null or acknowledged_at is not null)
);
comment on table messaging.threads is 'A conversation of one member with staff. Closing a grievance resolves it.';
comment on column messaging.threads.last_at is 'When somebody wrote last, business time.';
comment on column messaging.threads.member_wrote is 'Number of the member''s last message; 0 before the first.';
comment on column messaging.threads.staff_wrote is 'Number of the last message of staff; 0 before the first.';
comment on column messaging.threads.member_read is 'Number of the last message of staff that the member has seen.';
comment on column messaging.threads.staff_read is 'Number of the member''s last message that staff have seen.';
comment on column messaging.threads.acknowledge_by is 'Last instant at which a grievance is acknowledged in time, fixed when it is opened.';
comment on column messaging.threads.resolve_by is 'Last instant at which a grievance is resolved in time, fixed when it is opened.';
comment on column messaging.threads.due_at is 'The clock of an open grievance that runs out next.';
create index threads_by_member on messaging.threads (member_id, last_at desc, id desc);
create index threads_by_last on messaging.threads (last_at desc, id desc);
create index threads_by_assignee on messaging.threads (assignee_id) where assignee_id is not null;
create index threads_due on messaging.threads (due_at, id) where due_at is not null;
create index threads_unread_by_staff on messaging.threads (id) where member_wrote > staff_read;
create index threads_unread_by_members on messaging.threads (member_id) where staff_wrote > member_read;
create index grievances_by_opening on messaging.threads (opened_at) where kind = 'grievance';
alter table messaging.threads enable row level security;

create table messaging.messages (
  thread_id uuid not null references messaging.threads on delete restrict,
  no integer not null constraint messages_are_numbered_from_one check (no >= 1),
  side text not null constraint message_side_is_known check (side in ('member', 'staff')),
  author_id bigint not null,
  body text not null constraint message_body_is_bounded check (length(body) between 1 and 5000),
  written_at timestamptz not null,
  primary key (thread_id, no)
);
comment on table messaging.messages is 'What was written, numbered without a gap within its conversation. Text is text: nothing of it is ever markup.';
comment on column messaging.messages.author_id is 'A member or a member of staff, as the side says.';
alter table messaging.messages enable row level security;

create table messaging.attachments (
  id uuid primary key,
  thread_id uuid not null,
  no integer not null,
  name text not null constraint attachment_name_is_bounded check (length(name) between 1 and 200),
  mime text not null constraint attachment_is_pdf_png_or_jpeg check (mime in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null constraint attachment_is_at_most_ten_megabytes check (bytes between 1 and 10485760),
  sha256 bytea not null constraint attachment_hash_is_sha256 check (length(sha256) = 32),
  constraint one_attachment_per_message unique (thread_id, no),
  constraint an_attachment_belongs_to_a_message foreign key (thread_id, no) references messaging.messages on delete restrict
);
comment on table messaging.attachments is 'Files of messages. The bytes lie in the file store under the id; only an authorised route serves them.';
alter table messaging.attachments enable row level security;

create table messaging.notices (
  id uuid primary key default uuidv7(),
  member_id bigint not null references identity.members on delete restrict,
  kind text not null constraint notice_kind_is_known check (kind in ('money', 'approval', 'kyc', 'security', 'network', 'membership', 'grievance', 'system')),
  template text not null constraint notice_template_is_named check (template ~ '^[a-z]+(_[a-z]+)*$'),
  facts jsonb not null,
  told_at timestamptz not null,
  read_at timestamptz
);
comment on table messaging.notices is 'What the portal tells a member: one for each mail that tells the member something, with the same facts. Pages put it into the words of the reader.';
comment on column messaging.notices.template is 'The mail it was told with.';
comment on column messaging.notices.told_at is 'Business time.';
create index notices_by_member on messaging.notices (member_id, told_at desc, id desc);
create index notices_unread on messaging.notices (member_id) where read_at is null;
alter table messaging.notices enable row level security;
