/* Opens a challenge that an authenticator's code answers. The application, which alone can open the seal, gives the MACs of the codes of 25
   steps, each bound to this challenge, browser and context; the witness shows that it has opened the seal of this very row. Which of the
   steps is now, and whether a code counts, is decided at the attempt by the database's clock. `invalid_input` otherwise. */
create or replace function identity.open_authenticator_challenge(p_id uuid, p_authenticator uuid, p_witness text, p_email text, p_purpose text, p_context text, p_first_step bigint, p_macs text, p_browser text, p_session uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_browser bytea := sha256(convert_to(coalesce(p_browser, ''), 'UTF8'));
  v_now timestamptz := clock_timestamp();
begin
  if p_witness is null or p_witness !~ '^[0-9a-f]{64}$'
     or not exists (select from identity.authenticators where id = p_authenticator and removed_at is null and witness_hash = sha256(decode(p_witness, 'hex'))) then
    perform core.refuse('invalid_input', 'authenticator');
  end if;
  if p_macs is null or p_macs !~ '^([0-9a-f]{64}){25}$' or coalesce(length(p_browser), 0) < 16
     or p_first_step is null or p_first_step not between identity.authenticator_step(v_now) - 3 and identity.authenticator_step(v_now) then
    perform core.refuse('invalid_input', 'code');
  end if;
  update identity.challenges set invalidated_at = v_now
   where email = p_email and purpose = p_purpose and browser_hash = v_browser and used_at is null and invalidated_at is null;
  insert into identity.challenges (id, email, purpose, context, browser_hash, session_id, authenticator_id, first_step, window_macs, created_at, expires_at)
  values (p_id, p_email, p_purpose, coalesce(p_context, ''), v_browser, p_session, p_authenticator, p_first_step, decode(p_macs, 'hex'), v_now, v_now + interval '10 minutes');
end $$;
comment on function identity.open_authenticator_challenge is 'Opens a challenge that an authenticator''s code answers.';
