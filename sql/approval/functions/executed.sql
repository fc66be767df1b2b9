/* Says that an approved request's effect has run. */
create or replace function approval.executed(p_request uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update approval.requests set executed_at = p_at where id = p_request and state = 'approved' and executed_at is null
$$;
comment on function approval.executed is 'Says that an approved request''s effect has run.';
