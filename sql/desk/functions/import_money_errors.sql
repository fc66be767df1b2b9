/* What is wrong with what the lines of one money file say in common: whose they are, and in which currency (column currency, where there is one, must be the import's). */
create or replace function desk.import_money_errors(p_import office.imports, p_kind text) returns setof office.import_fault
language sql stable set search_path = '' set enable_nestloop = off as $$
  select p_kind, r.line, f.col, f.fault, jsonb_build_object('currency', (p_import).currency)
    from office.import_rows r
    left join desk.import_people(p_import) p on p.reference = r.cells ->> 'member'
    cross join lateral (values
      ('member', case when r.cells ? 'member' and p.reference is null then 'unknown_member' end),
      ('currency', case when core.exponent(r.cells ->> 'currency') is null and r.cells ? 'currency' then 'unknown_currency' when r.cells ->> 'currency' <> (p_import).currency then 'other_currency' end)) f (col, fault)
   where r.import_id = (p_import).id and r.kind = p_kind and f.fault is not null
$$;
comment on function desk.import_money_errors is 'What is wrong with what the lines of one money file say in common.';
