/* A destination as its member sees it. */
create or replace function desk.json_destination(p_destination funding.destinations, p_at timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_destination).id, 'label', (p_destination).label, 'type', (p_destination).type, 'address', (p_destination).address,
    'account_name', (p_destination).account_name, 'account_number_last4', right((p_destination).account_number, 4), 'ifsc', (p_destination).ifsc,
    'tail', desk.destination_tail(p_destination), 'created_at', (p_destination).created_at, 'usable_at', (p_destination).usable_at, 'usable', (p_destination).usable_at <= p_at)
$$;
comment on function desk.json_destination is 'A destination.';
