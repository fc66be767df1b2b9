/* Shows an announcement to members, as the version the caller has read; with p_notify by a notice too, once it begins. Refuses as messaging.publish_announcement. Again changes nothing. */
create or replace function desk.staff_announcement_publish(p_token text, p_announcement uuid, p_version integer, p_notify boolean default false) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'announcements.write');
  v_at timestamptz := core.business_now();
begin
  perform messaging.publish_announcement(p_announcement, p_version, v_caller.actor_id, v_at, p_notify);
  if p_notify then perform outbox.enqueue('messaging__announce', '{}'); end if;
  perform audit.write(v_at, v_caller, 'announcement_publish', 'announcement', p_announcement::text, null, jsonb_build_object('version', p_version, 'notify', coalesce(p_notify, false)));
  return '{}';
end $$;
comment on function desk.staff_announcement_publish is 'Shows an announcement to members.';
