/* Writes an announcement (null: a new draft) as its next version, shown from one day to another of the operator's time zone,
   both included (null: at once, and until it is withdrawn). Refuses as messaging.save_announcement, and `invalid_input` at from_on or until_on when it
   lies more than ten years ahead. */
create or replace function desk.staff_announcement_save(p_token text, p_announcement uuid, p_audience text, p_from date, p_until date, p_texts jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'announcements.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_today date := core.business_date(v_at, core.setting('timezone'));
  v_row messaging.announcements;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'announcement_save', p_key, jsonb_build_array(p_announcement, p_audience, p_from, p_until, p_texts));
  if v_known is not null then return v_known; end if;
  if p_from > v_today + 3660 then perform core.refuse('invalid_input', 'from_on', jsonb_build_object('reason', 'too_far')); end if;
  if p_until > v_today + 3660 then perform core.refuse('invalid_input', 'until_on', jsonb_build_object('reason', 'too_far')); end if;
  v_row := messaging.save_announcement(p_announcement, p_audience, coalesce(p_from::timestamp at time zone core.setting('timezone'), v_at),
    (p_until + 1)::timestamp at time zone core.setting('timezone'), p_texts, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'announcement_save', 'announcement', v_row.id::text, null, p_texts);
  return ledger.keep_outcome(v_caller.actor_id, 'announcement_save', p_key, jsonb_build_object('announcement', v_row.id, 'version', v_row.version));
end $$;
comment on function desk.staff_announcement_save is 'Writes an announcement as its next version.';
