/* Keeps what a member owes because what earned it was reversed and could not give everything back, minor units; the caller has booked it. */
create or replace function treasury.owe(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  insert into treasury.clawbacks (cause, member_id, currency, amount, raised_at) select p_cause, p_member, p_currency, p_amount, p_at where p_amount > 0
$$;
comment on function treasury.owe is 'Keeps what a member owes.';
