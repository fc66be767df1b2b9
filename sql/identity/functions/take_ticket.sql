/* One ticket of `p_limit` per `p_window` for a subject. Null when there was one, else the whole seconds until the next window.
   The caller returns its refusal: raising would give the ticket back. */
create or replace function identity.take_ticket(p_bucket text, p_subject text, p_limit integer, p_window interval) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_now timestamptz := clock_timestamp();
  v_counter identity.rate_counters;
begin
  insert into identity.rate_counters as c (bucket, subject, started_at, used)
  values (p_bucket, sha256(convert_to(p_subject, 'UTF8')), v_now, 1)
  on conflict (bucket, subject) do update
     set started_at = case when c.started_at + p_window <= v_now then v_now else c.started_at end,
         used = case when c.started_at + p_window <= v_now then 1 else c.used + 1 end
  returning * into v_counter;
  if v_counter.used <= p_limit then
    return null;
  end if;
  return greatest(1, ceil(extract(epoch from v_counter.started_at + p_window - v_now)))::integer;
end $$;
comment on function identity.take_ticket is 'Counts an attempt; null when allowed, else seconds to wait.';
