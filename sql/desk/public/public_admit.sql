/* One ticket of the form posts a minute, per address and per session token (capability C29). */
create or replace function desk.public_admit(p_ip text, p_token text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_limit integer := core.setting('posts_per_minute')::integer;
  v_wait integer := identity.take_ticket('post_ip', coalesce(p_ip, ''), v_limit, interval '1 minute');
begin
  if p_token is not null then
    v_wait := coalesce(v_wait, identity.take_ticket('post_session', p_token, v_limit, interval '1 minute'));
  end if;
  return case when v_wait is null then jsonb_build_object('ok', true) else jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait) end;
end $$;
comment on function desk.public_admit is 'One ticket of the form posts a minute.';
