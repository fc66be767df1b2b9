/* When the last sheet was signed, and per currency up to which day all its client accounts are reconciled; nulls for "not yet". */
create or replace function desk.json_reconciled() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('reconciled_at', max(r.signed_at), 'reconciled', coalesce(jsonb_agg(jsonb_build_object('currency', r.currency, 'on', r.reconciled_on) order by r.currency), '[]')) from treasury.reconciled() r
$$;
comment on function desk.json_reconciled is 'How far client money is reconciled.';
