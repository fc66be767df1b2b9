/* One attempt at an authenticator's code for a challenge that fits. Counted for the authenticator before comparing, so that asking for
   one challenge after another gives no more than five guesses in a quarter of an hour. Answers right | wrong | reused | resting.
   A code of this moment, of the step before or after it is right, once: the last accepted step only rises. A recovery code is right once. */
create or replace function identity.try_authenticator(p_challenge identity.challenges, p_mac text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := clock_timestamp();
  v_mac bytea := case when p_mac ~ '^[0-9a-f]{64}$' then decode(p_mac, 'hex') end;
  v_offset integer := identity.authenticator_step(v_at) - p_challenge.first_step;
  v_step bigint;
begin
  update identity.authenticators a
     set failures = case when a.failing_since + interval '15 minutes' <= v_at then 1 else a.failures + 1 end,
         failing_since = case when a.failures = 0 or a.failing_since + interval '15 minutes' <= v_at then v_at else a.failing_since end
   where a.id = p_challenge.authenticator_id and a.removed_at is null and (a.failures < 5 or a.failing_since + interval '15 minutes' <= v_at);
  if not found then return 'resting'; end if;
  select p_challenge.first_step + n into v_step
    from generate_series(greatest(0, v_offset - 1), least(24, v_offset + 1)) n
   where substring(p_challenge.window_macs from 32 * n + 1 for 32) = v_mac
   order by n limit 1;
  if v_step is not null then
    update identity.authenticators a set last_step = v_step, failures = 0 where a.id = p_challenge.authenticator_id and a.last_step < v_step;
    return case when found then 'right' else 'reused' end;
  end if;
  -- The first code shows that the app has the secret; no recovery code can.
  if p_challenge.purpose = 'authenticator_confirm' then return 'wrong'; end if;
  update identity.recovery_codes c set used_at = v_at where c.authenticator_id = p_challenge.authenticator_id and c.code_mac = v_mac and c.used_at is null;
  if not found then return 'wrong'; end if;
  update identity.authenticators a set failures = 0 where a.id = p_challenge.authenticator_id;
  return 'right';
end $$;
comment on function identity.try_authenticator is 'One counted attempt at an authenticator''s code.';
