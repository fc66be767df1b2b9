/* What is to happen to the principal of a contract: the last choice, `wallet` without any. */
create or replace function invest.chosen(p_investment bigint) returns text
language sql stable set search_path = '' as $$
  select coalesce((select n.choice from invest.instructions n where n.investment_id = p_investment order by n.id desc limit 1), 'wallet')
$$;
comment on function invest.chosen is 'What is to happen to the principal of a contract.';
