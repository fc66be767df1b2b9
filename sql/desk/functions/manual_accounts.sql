/* Names of accounts that a journal of this kind, written by hand, may touch, as a regular expression; null for a kind that nobody writes by hand. */
create or replace function desk.manual_accounts(p_kind text) returns text
language sql immutable set search_path = '' as $$
  select case p_kind
    when 'adjustment' then '^(bank:client:[a-z0-9-]{1,60}|bank:operator|equity:operator|income:fees|income:memberships|suspense|DEPOSIT|INTEREST|EARNINGS)$'
    when 'suspense' then '^(bank:client:[a-z0-9-]{1,60}|suspense|DEPOSIT)$'
    when 'deployment' then '^(bank:client:[a-z0-9-]{1,60}|deployed_capital)$'
    when 'deployment_result' then '^(equity:operator|deployed_capital)$' end
$$;
comment on function desk.manual_accounts is 'Which accounts a journal written by hand may touch.';
