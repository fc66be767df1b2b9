-- Up Migration
-- An announcement may be told by a notice too, to each member it is for, once (spec 7.1).

alter table messaging.announcements
  add column notify boolean not null default false,
  add column told_at timestamptz,
  add constraint only_what_is_to_be_told_was_told check (told_at is null or (notify and published_at is not null));
comment on column messaging.announcements.notify is 'Each member it is for gets a notice when it begins.';
comment on column messaging.announcements.told_at is 'Business time at which the notices were written.';
create index announcements_to_tell on messaging.announcements (published_at) where notify and told_at is null and withdrawn_at is null;

alter table messaging.notices
  add column announcement_id uuid references messaging.announcements on delete restrict,
  add constraint a_notice_of_an_announcement_names_it check ((announcement_id is not null) = (template = 'announcement'));
comment on column messaging.notices.announcement_id is 'What it tells of: shown with the title that stands when it is read, and gone when that is withdrawn.';
create unique index an_announcement_is_told_once_to_a_member on messaging.notices (announcement_id, member_id) where announcement_id is not null;
