/* Tells members of an announcement by a notice each, once; saying it again tells nobody. Answers how many were told. */
create or replace function messaging.tell_announcement(p_announcement uuid, p_members bigint[], p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v_told integer;
begin
  update messaging.announcements set told_at = p_at where id = p_announcement and notify and told_at is null and published_at is not null and withdrawn_at is null;
  if not found then return 0; end if;
  insert into messaging.notices (member_id, kind, template, facts, told_at, announcement_id)
  select m.id, 'system', 'announcement', '{}', p_at, p_announcement from unnest(p_members) m (id) on conflict do nothing;
  get diagnostics v_told = row_count;
  return v_told;
end $$;
comment on function messaging.tell_announcement is 'Tells members of an announcement by a notice each.';
