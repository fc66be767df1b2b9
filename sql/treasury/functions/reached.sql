/* Whether a statement reaches the end of a day: it states that day's balance or a later one, or has a line of that day or later. */
create or replace function treasury.reached(p_account bigint, p_on date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from treasury.stated_balances where account_id = p_account and day_on >= p_on)
      or exists (select from treasury.statement_lines where account_id = p_account and booked_on >= p_on)
$$;
comment on function treasury.reached is 'Whether a statement reaches the end of a day.';
