/* What the client accounts are called: account to the name of its method. */
create or replace function desk.json_method_names() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(a.kind, m.name), '{}') from funding.methods m join ledger.accounts a on a.id = m.account_id
$$;
comment on function desk.json_method_names is 'What the client accounts are called.';
