/* Shows an announcement to members from its time on, as the version that was read; with p_notify each gets a notice
   when it begins. Again changes nothing. Refuses `not_found`,
   `announcement_withdrawn`, and `announcement_changed` when somebody has written another version since. */
create or replace function messaging.publish_announcement(p_announcement uuid, p_version integer, p_by bigint, p_at timestamptz, p_notify boolean default false) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_row messaging.announcements;
begin
  perform from messaging.announcements where id = p_announcement for update;
  select * into v_row from messaging.announcements where id = p_announcement;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.withdrawn_at is not null then perform core.refuse('announcement_withdrawn'); end if;
  if v_row.version is distinct from p_version then perform core.refuse('announcement_changed'); end if;
  update messaging.announcements set published_at = p_at, published_by = p_by, notify = coalesce(p_notify, false) where id = p_announcement and published_at is null;
end $$;
comment on function messaging.publish_announcement is 'Shows an announcement to members from its time on.';
