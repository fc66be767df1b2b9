/* Takes one of the caller's notices away; the mail and the fact it told stay. Refuses `not_found`. */
create or replace function desk.member_notice_delete(p_token text, p_notice uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
begin
  delete from messaging.notices where id = p_notice and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return '{}';
end $$;
comment on function desk.member_notice_delete is 'Takes one of the caller''s notices away.';
