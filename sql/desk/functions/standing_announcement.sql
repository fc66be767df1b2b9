/* Where an announcement stands at a time: draft, planned, shown, over or withdrawn. */
create or replace function desk.standing_announcement(p_row messaging.announcements, p_text messaging.announcement_versions, p_at timestamptz) returns text
language sql immutable set search_path = '' as $$
  select case when (p_row).withdrawn_at is not null then 'withdrawn' when (p_row).published_at is null then 'draft' when (p_text).from_at > p_at then 'planned'
    when (p_text).until_at <= p_at then 'over' else 'shown' end
$$;
comment on function desk.standing_announcement is 'Where an announcement stands.';
