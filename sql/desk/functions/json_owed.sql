/* What a member owes for what was reversed, by currency. */
create or replace function desk.json_owed(p_member bigint) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('currency', o.currency, 'amount', core.format_amount(o.amount, o.currency)) order by o.currency), '[]') from treasury.owed(p_member) o
$$;
comment on function desk.json_owed is 'What a member owes for what was reversed.';
