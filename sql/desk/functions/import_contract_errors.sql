/* What is wrong with the running contracts of an import: plan, version, limits and dates; ended by the cut-over, or begun after it; and what they have earned, which must be what their plan gives to the last minor unit, or they would not go on to
   their promised total. */
create or replace function desk.import_contract_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' set enable_nestloop = off as $$
  select 'investments', c.line, f.col, f.fault, jsonb_build_object('currency', (p_import).currency, 'decimals', core.exponent((p_import).currency)::text, 'minimum', coalesce(core.format_amount((c.version).minimum, (p_import).currency), ''), 'maximum', coalesce(core.format_amount((c.version).maximum, (p_import).currency), ''),
      'end', coalesce(c.end_on::text, ''), 'expected', coalesce(core.format_amount(c.earned, (p_import).currency), ''), 'days', coalesce(((p_import).cutover_on - c.start_on)::text, ''))
    from desk.import_contracts(p_import) c cross join lateral (values
      ('reference', case when c.cells ->> 'reference' !~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$' then 'invalid_reference' when exists (select from invest.carried x where x.origin = c.cells ->> 'reference') then 'taken' end),
      ('plan', case when c.cells ? 'plan' and c.plans <> 1 then 'unknown_plan' end),
      ('version', case when c.plans = 1 and c.cells ? 'version' and (c.version).id is null then 'unknown_version' when (c.version).above_rail then 'above_rail' end),
      ('amount', case when c.cells ? 'amount' and c.amount is null then 'invalid_amount' when c.amount not between (c.version).minimum and (c.version).maximum then 'outside_limits' end),
      ('start_on', case when c.cells ? 'start_on' and c.start_on is null then 'invalid_day' when c.start_on > (p_import).cutover_on then 'after_cutover' when c.end_on <= (p_import).cutover_on then 'ended' end),
      ('accrued', case when c.cells ? 'accrued' and core.read_amount(c.cells ->> 'accrued', (p_import).currency, true) is null then 'invalid_amount'
        when c.end_on > (p_import).cutover_on and core.read_amount(c.cells ->> 'accrued', (p_import).currency, true) <> c.earned then 'accrued_differs' end)) f (col, fault)
   where f.fault is not null
  union all select * from desk.import_money_errors(p_import, 'investments')
  union all select * from office.import_doubles(p_import, 'investments', '{reference}')
$$;
comment on function desk.import_contract_errors is 'What is wrong with the running contracts of an import.';
