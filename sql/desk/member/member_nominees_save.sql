/* Names the caller's nominees anew, all of them in one; the same again changes nothing anybody sees. Refuses as
   compliance.save_nominees; `shares_not_whole` unless they add up to 100.00. */
create or replace function desk.member_nominees_save(p_token text, p_nominees jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
begin
  perform compliance.save_nominees(v_caller.actor_id, p_nominees, core.business_date(v_at, core.setting('timezone')), v_at);
  perform audit.write(v_at, v_caller, 'nominees_save', 'member', v_caller.actor_id::text);
  return '{}';
end $$;
comment on function desk.member_nominees_save is 'Names the caller''s nominees anew.';
