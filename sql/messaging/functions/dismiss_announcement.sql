/* A member puts a published announcement away from the first page. Again changes nothing. Refuses `not_found`. */
create or replace function messaging.dismiss_announcement(p_announcement uuid, p_member bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not exists (select from messaging.announcements a where a.id = p_announcement and a.published_at is not null and a.withdrawn_at is null) then perform core.refuse('not_found'); end if;
  insert into messaging.dismissals (announcement_id, member_id, dismissed_at) values (p_announcement, p_member, p_at) on conflict do nothing;
end $$;
comment on function messaging.dismiss_announcement is 'A member puts an announcement away.';
