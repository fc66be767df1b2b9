/* What the compensation plan of an instant says about a month: its version, what a pair is worth, how many pairs a month holds and what
   becomes of more. Null while nobody was placed. */
create or replace function desk.json_cap(p_at timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('month', m.month_on, 'version', v.version, 'pair_value', core.format_amount(v.pair_value, v.currency), 'currency', v.currency, 'cap', v.monthly_pair_cap, 'over_cap', v.over_cap, 'timezone', network.zone())
    from (select network.month_of(p_at, network.zone()) as month_on) m cross join lateral network.plan_on(m.month_on) v where v.id is not null
$$;
comment on function desk.json_cap is 'What the compensation plan says about a month.';
