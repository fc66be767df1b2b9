-- Up Migration
-- Staff look at a member's pages as the member sees them: read-only, with a reason, for a quarter of an hour (spec 7.1).

alter table identity.sessions
  add column viewer_id bigint references identity.staff on delete restrict,
  add column view_reason text,
  add constraint a_view_is_of_a_member check (viewer_id is null or audience = 'member'),
  add constraint a_view_says_why check ((viewer_id is null) = (view_reason is null) and (view_reason is null or length(btrim(view_reason)) between 1 and 1000)),
  add constraint a_view_lasts_a_quarter_of_an_hour check (viewer_id is null or expires_at <= created_at + interval '15 minutes');
comment on column identity.sessions.viewer_id is 'Who of the staff looks through this session; null: the member''s own. Nothing can be changed through it.';
create index sessions_by_viewer on identity.sessions (viewer_id) where viewer_id is not null;
