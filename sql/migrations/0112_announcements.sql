-- Up Migration
-- What the company tells members, or some of them, from one time to another (spec 7.1). Each text is kept as it was; what was published is
-- withdrawn, never deleted.

create table messaging.announcements (
  id uuid primary key default uuidv7(),
  version integer not null constraint announcement_versions_count_from_one check (version > 0),
  published_at timestamptz,
  published_by bigint references identity.staff on delete restrict,
  withdrawn_at timestamptz,
  withdrawn_by bigint references identity.staff on delete restrict,
  constraint a_published_announcement_says_by_whom check ((published_at is null) = (published_by is null)),
  constraint a_withdrawn_announcement_says_by_whom check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint only_a_published_announcement_is_withdrawn check (withdrawn_at is null or published_at is not null)
);
comment on table messaging.announcements is 'What the company tells members: a draft until published_at, gone from members'' pages from withdrawn_at on. version is the text that stands.';
create index announcements_by_publisher on messaging.announcements (published_by) where published_by is not null;
create index announcements_by_withdrawer on messaging.announcements (withdrawn_by) where withdrawn_by is not null;
create index announcements_shown on messaging.announcements (published_at desc, id desc) where published_at is not null and withdrawn_at is null;
alter table messaging.announcements enable row level security;

create table messaging.announcement_versions (
  announcement_id uuid not null references messaging.announcements on delete restrict deferrable initially deferred,
  number integer not null constraint announcement_texts_count_from_one check (number > 0),
  audience text not null constraint announcement_audience_is_known check (audience in ('all', 'investing', 'network')),
  from_at timestamptz not null,
  until_at timestamptz constraint an_announcement_ends_after_it_begins check (until_at > from_at),
  title_en text not null constraint announcement_title_is_one_to_120 check (length(title_en) between 1 and 120),
  body_en text not null constraint announcement_text_is_one_to_4000 check (length(body_en) between 1 and 4000),
  title_es text constraint spanish_announcement_title_is_one_to_120 check (length(title_es) between 1 and 120),
  body_es text constraint spanish_announcement_text_is_one_to_4000 check (length(body_es) between 1 and 4000),
  title_hi text constraint hindi_announcement_title_is_one_to_120 check (length(title_hi) between 1 and 120),
  body_hi text constraint hindi_announcement_text_is_one_to_4000 check (length(body_hi) between 1 and 4000),
  written_by bigint not null references identity.staff on delete restrict,
  written_at timestamptz not null,
  primary key (announcement_id, number),
  constraint a_spanish_announcement_is_whole check ((title_es is null) = (body_es is null)),
  constraint a_hindi_announcement_is_whole check ((title_hi is null) = (body_hi is null))
);
comment on table messaging.announcement_versions is 'Each text an announcement has had: plain text with paragraphs and links, in English and as many other languages as were written.';
create index announcement_versions_by_writer on messaging.announcement_versions (written_by);
alter table messaging.announcement_versions enable row level security;
alter table messaging.announcements add constraint announcement_shows_a_text_it_has foreign key (id, version) references messaging.announcement_versions (announcement_id, number) on delete restrict deferrable initially deferred;
create index announcements_by_text on messaging.announcements (id, version);

create table messaging.dismissals (
  announcement_id uuid not null references messaging.announcements on delete restrict,
  member_id bigint not null references identity.members on delete cascade,
  dismissed_at timestamptz not null,
  primary key (announcement_id, member_id)
);
comment on table messaging.dismissals is 'Who has put an announcement away from the first page; it stays on the page of all.';
create index dismissals_by_member on messaging.dismissals (member_id);
alter table messaging.dismissals enable row level security;
