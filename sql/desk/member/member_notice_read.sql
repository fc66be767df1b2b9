/* The caller has read one notice, or it and every older one: what arrives while a page is open stays unread. Refuses `not_found`. Again
   changes nothing. */
create or replace function desk.member_notice_read(p_token text, p_notice uuid, p_and_older boolean) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_notice messaging.notices;
begin
  select * into v_notice from messaging.notices where id = p_notice and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  perform messaging.read_notices(v_notice, coalesce(p_and_older, false), core.business_now());
  return '{}';
end $$;
comment on function desk.member_notice_read is 'The caller has read one notice, or it and every older one.';
