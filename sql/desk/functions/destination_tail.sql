/* The recognisable end of a destination, without the rest of it. */
create or replace function desk.destination_tail(p_destination funding.destinations) returns text
language sql immutable set search_path = '' as $$
  select case when (p_destination).type = 'BANK' then '…' || right((p_destination).account_number, 4) else left((p_destination).address, 6) || '…' || right((p_destination).address, 6) end
$$;
comment on function desk.destination_tail is 'The recognisable end of a destination.';
