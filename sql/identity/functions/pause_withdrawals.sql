/* No withdrawal can be asked for until some hours (setting) after this business time; an earlier pause that lasts longer stays. Answers its end. */
create or replace function identity.pause_withdrawals(p_member bigint, p_at timestamptz) returns timestamptz
language sql volatile security definer set search_path = '' as $$
  update identity.members set withdrawals_from = greatest(withdrawals_from, p_at + make_interval(hours => core.setting('security_cooling_hours')::integer))
   where id = p_member returning withdrawals_from
$$;
comment on function identity.pause_withdrawals is 'Pauses a member''s withdrawals after a change of what proves them.';
