/* Takes in hand an announcement that is to be told by notices now: published, begun, neither over nor withdrawn. None while another has it in hand. */
create or replace function messaging.untold_announcement(p_at timestamptz) returns messaging.announcement_versions
language sql volatile security definer set search_path = '' as $$
  select t from messaging.announcements a join messaging.announcement_versions t on t.announcement_id = a.id and t.number = a.version
   where a.notify and a.told_at is null and a.published_at is not null and a.withdrawn_at is null and t.from_at <= p_at and coalesce(t.until_at, 'infinity') > p_at
   order by a.published_at limit 1 for no key update of a skip locked
$$;
comment on function messaging.untold_announcement is 'Takes in hand an announcement that is to be told.';
