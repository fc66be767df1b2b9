/* Who looks through a session and until when; null of a member's own. With the owner's eyes: members see nothing of staff. */
create or replace function identity.json_view(p_session uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('by', v.name, 'until', s.expires_at, 'seconds', greatest(0, extract(epoch from s.expires_at - clock_timestamp()))::integer)
    from identity.sessions s join identity.staff v on v.id = s.viewer_id where s.id = p_session
$$;
comment on function identity.json_view is 'Who looks through a session and until when.';
