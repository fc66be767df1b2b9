-- owner: reader
/* An announcement with every text it has had, who wrote, published and withdrew it, and how many members have put it away. Refuses `not_found`. */
create or replace function desk.staff_announcement(p_token text, p_announcement uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'announcements.read');
  v_row messaging.announcements;
  v_text messaging.announcement_versions;
begin
  select * into v_row from messaging.announcements where id = p_announcement;
  if not found then perform core.refuse('not_found'); end if;
  select * into v_text from messaging.announcement_versions where announcement_id = p_announcement and number = v_row.version;
  return jsonb_build_object(
    'announcement', desk.json_announcement(v_text) || jsonb_build_object('standing', desk.standing_announcement(v_row, v_text, core.business_now()),
      'published_at', v_row.published_at, 'published_by', identity.person_name(v_row.published_by), 'withdrawn_at', v_row.withdrawn_at, 'withdrawn_by', identity.person_name(v_row.withdrawn_by),
      'notify', v_row.notify, 'told_at', v_row.told_at, 'dismissed', (select count(*) from messaging.dismissals d where d.announcement_id = p_announcement)),
    'versions', (select jsonb_agg(desk.json_announcement(t) || jsonb_build_object('by', identity.person_name(t.written_by), 'at', t.written_at) order by t.number desc) from messaging.announcement_versions t where t.announcement_id = p_announcement));
end $$;
comment on function desk.staff_announcement is 'An announcement with every text it has had.';
