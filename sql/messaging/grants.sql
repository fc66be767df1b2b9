grant usage on schema messaging to coffer_reader;
grant select on all tables in schema messaging to coffer_reader;
grant execute on function messaging.standing, messaging.monthly_figures to coffer_reader;
drop policy if exists own_or_staff on messaging.threads;
create policy own_or_staff on messaging.threads for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on messaging.messages;
create policy own_or_staff on messaging.messages for select to coffer_reader using ((select identity.is_staff()) or exists (select from messaging.threads t where t.id = thread_id and t.member_id = (select identity.me())));
drop policy if exists own_or_staff on messaging.attachments;
create policy own_or_staff on messaging.attachments for select to coffer_reader using ((select identity.is_staff()) or exists (select from messaging.threads t where t.id = thread_id and t.member_id = (select identity.me())));
drop policy if exists own_or_staff on messaging.notices;
create policy own_or_staff on messaging.notices for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
-- What has been published, members read whom it is for or not (the desk asks whom); drafts and what was withdrawn, staff alone.
drop policy if exists published_or_staff on messaging.announcements;
create policy published_or_staff on messaging.announcements for select to coffer_reader using ((select identity.is_staff()) or (published_at is not null and withdrawn_at is null));
drop policy if exists published_or_staff on messaging.announcement_versions;
create policy published_or_staff on messaging.announcement_versions for select to coffer_reader using ((select identity.is_staff()) or exists (select from messaging.announcements a where a.id = announcement_id and a.version = number));
drop policy if exists own_or_staff on messaging.dismissals;
create policy own_or_staff on messaging.dismissals for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
