/* Takes a published announcement from members' pages, with its notices; staff keep seeing it. Again changes nothing. Refuses `not_found`, also for a draft. */
create or replace function messaging.withdraw_announcement(p_announcement uuid, p_by bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from messaging.announcements where id = p_announcement and published_at is not null for update;
  if not found then perform core.refuse('not_found'); end if;
  -- Whoever tells members of it holds the row: nothing is told after this.
  delete from messaging.notices where announcement_id = p_announcement;
  update messaging.announcements set withdrawn_at = p_at, withdrawn_by = p_by where id = p_announcement and withdrawn_at is null;
end $$;
comment on function messaging.withdraw_announcement is 'Takes an announcement from members'' pages.';
