/* The door of every desk function for people: finds the session by the token's hash and says who is calling.
   Sets transaction-local settings for row security. Refuses `signed_out` (no, foreign, expired, idle or revoked token),
   `step_up_required` (assurance too low), `not_permitted` (another audience or an inactive person), and `suspended` or `deactivated`
   when the caller is about to change something. Staff who look through a member's
   session (view as) are refused `viewing_only` then, and whatever else would write fails: the transaction is read-only. The token of
   identity.begin_errand reads as its member. Real clock: the sandbox's business time never keeps a session alive. */
create or replace function identity.enter(p_token text, p_audience text, p_assurance smallint default 1, p_changes boolean default false) returns identity.caller
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_session record;
  v_caller identity.caller;
  v_now timestamptz := clock_timestamp();
begin
  perform set_config('coffer.actor', '', true), set_config('coffer.member', '', true), set_config('coffer.audience', '', true);
  select s.id, s.audience, s.actor_id, s.assurance, s.seen_at, s.viewer_id, v.active and identity.may(v.role, 'members.view_as') as may_view,
         m.status as member_status, m.deactivated_at, st.role, st.active as staff_active, st.member_id as staff_member_id
    into v_session
    from identity.sessions s
    left join identity.members m on s.audience = 'member' and m.id = s.actor_id
    left join identity.staff st on s.audience = 'staff' and st.id = s.actor_id
    left join identity.staff v on v.id = s.viewer_id
   where s.token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8'))
     and s.revoked_at is null and s.expires_at > v_now and s.seen_at + s.idle_limit > v_now;
  if not found and not p_changes then
    -- A job that reads in a member's name, within the transaction that said so.
    select null::uuid as id, 'member' as audience, e.member_id as actor_id, 1::smallint as assurance, v_now as seen_at, null::bigint as viewer_id, false as may_view,
           m.status as member_status, m.deactivated_at, null::text as role, null::boolean as staff_active, null::bigint as staff_member_id
      into v_session
      from identity.errands e join identity.members m on m.id = e.member_id
     where e.token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8')) and e.began_in = pg_current_xact_id_if_assigned();
  end if;
  if not found or v_session.audience = 'sign_up' then
    perform core.refuse('signed_out');
  end if;
  if v_session.audience <> p_audience or (v_session.audience = 'staff' and not v_session.staff_active) then
    perform core.refuse('not_permitted');
  end if;
  if v_session.member_status in ('closed', 'claimed') then
    perform core.refuse('signed_out');
  end if;
  if v_session.assurance < p_assurance then
    perform core.refuse('step_up_required');
  end if;
  -- Staff who look at the member's pages: as long as they may, and nothing is written in this transaction, whatever is called.
  if v_session.viewer_id is not null then
    if not v_session.may_view then perform core.refuse('signed_out'); end if;
    if p_changes then perform core.refuse('viewing_only'); end if;
    perform set_config('transaction_read_only', 'on', true);
  end if;
  if p_changes and v_session.member_status = 'suspended' then
    perform core.refuse('suspended');
  end if;
  if p_changes and v_session.deactivated_at is not null then
    perform core.refuse('deactivated');
  end if;
  if v_session.viewer_id is null and v_session.seen_at < v_now - interval '1 minute' then
    update identity.sessions set seen_at = v_now where id = v_session.id;
  end if;
  v_caller := (v_session.id, v_session.actor_id, v_session.audience, v_session.role, v_session.assurance,
               case when v_session.audience = 'member' then v_session.actor_id else v_session.staff_member_id end);
  perform set_config('coffer.actor', v_caller.actor_id::text, true),
          set_config('coffer.member', case when p_audience = 'member' then v_caller.actor_id::text else '' end, true),
          set_config('coffer.audience', p_audience, true);
  return v_caller;
end $$;
comment on function identity.enter is 'Finds out who is calling from the session token; refuses otherwise.';
