/* What is wrong with an import itself, whatever its lines say: nothing in it, the method is gone or of another currency, the cut-over is not over, more money at work than the contracts tie
   up, more in all than an account can hold. */
create or replace function desk.import_own_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' as $$
  select 'import', null::integer, f.col, f.fault, jsonb_build_object('currency', (p_import).currency, 'most', core.format_amount(t.principal, (p_import).currency))
    from (select coalesce(sum(core.read_amount(r.cells ->> 'amount', (p_import).currency)) filter (where r.kind = 'investments'), 0) as principal,
                 coalesce(sum(core.read_amount(coalesce(r.cells ->> 'amount', r.cells ->> 'paid'), (p_import).currency, true)), 0) as total
            from office.import_rows r where r.import_id = (p_import).id) t
    cross join lateral (values
      ('files', case when not exists (select from office.import_files x where x.import_id = (p_import).id) then 'nothing' end),
      ('method', case when not exists (select from funding.methods m where m.id = (p_import).method_id and m.currency = (p_import).currency) then 'unknown_method' end),
      ('deployed', case when (p_import).deployed > t.principal then 'deployed_too_much' end),
      ('files', case when t.total > 9000000000000000 then 'sum_too_large' end)) f (col, fault)
   where f.fault is not null
$$;
comment on function desk.import_own_errors is 'What is wrong with an import itself.';
