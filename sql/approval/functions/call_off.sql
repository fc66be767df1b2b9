/* Ends an open request that has become impossible: nobody rejected it, and nobody takes it back. Answers whether it was open. What made it impossible is p_note, a code. */
create or replace function approval.call_off(p_request uuid, p_note text, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update approval.requests r set state = 'cancelled', note = p_note, decided_at = p_at where r.id = p_request and r.state = 'pending';
  return found;
end $$;
comment on function approval.call_off is 'Ends an open request that has become impossible.';
