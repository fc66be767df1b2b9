/* Ends a look at a member's pages, by the token of that look. Answers whose pages they were. `signed_out` when there is none. Not through
   identity.enter, which lets such a session change nothing. */
create or replace function desk.auth_view_end(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_session identity.sessions := identity.end_view(p_token);
  v_member uuid;
begin
  if v_session.id is null then perform core.refuse('signed_out'); end if;
  select public_id into v_member from identity.members where id = v_session.actor_id;
  perform audit.write(core.business_now(), (v_session.id, v_session.viewer_id, 'staff', null, 1, null)::identity.caller, 'view_end', 'member', v_member::text);
  return jsonb_build_object('member', v_member);
end $$;
comment on function desk.auth_view_end is 'Ends a look at a member''s pages.';
