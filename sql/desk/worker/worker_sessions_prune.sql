/* Deletes what sign-in left behind: sessions and challenges a month after they ended, counters after an hour, handed jobs after a week. */
create or replace function desk.worker_sessions_prune() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_count integer;
begin
  delete from identity.sessions where expires_at < clock_timestamp() - interval '30 days' or revoked_at < clock_timestamp() - interval '30 days';
  get diagnostics v_count = row_count;
  delete from identity.challenges where expires_at < clock_timestamp() - interval '30 days';
  -- Begun and never confirmed: nothing was ever proven with them.
  delete from identity.authenticators a where a.confirmed_at is null and a.begun_at < clock_timestamp() - interval '31 days' and not exists (select from identity.challenges c where c.authenticator_id = a.id);
  delete from identity.rate_counters where started_at < clock_timestamp() - interval '1 hour';
  delete from outbox.jobs where handed_at < clock_timestamp() - interval '7 days';
  return jsonb_build_object('ended', v_count);
end $$;
comment on function desk.worker_sessions_prune is 'Deletes what sign-in left behind: sessions and challenges a month after they ended, counters after an hour, handed jobs after a week.';
