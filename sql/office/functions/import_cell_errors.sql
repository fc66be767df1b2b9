/* What is wrong with single cells of an import, whatever they are for: a required one is empty, one is longer than 200 characters, holds control characters, or begins like a
   formula that a spreadsheet would run. */
create or replace function office.import_cell_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' as $$
  select r.kind, r.line, c.name, 'required', '{}'::jsonb
    from office.import_rows r join office.import_columns() c on c.kind = r.kind and c.required
   where r.import_id = (p_import).id and not r.cells ? c.name
  union all
  select r.kind, r.line, c.key, f.fault, '{}'
    from office.import_rows r cross join lateral jsonb_each_text(r.cells) c
    cross join lateral (select case when length(c.value) > 200 then 'too_long' when c.value ~ '[\x01-\x1f\x7f]' then 'control'
        when c.value ~ '^[=@]' or (c.value ~ '^[+-]' and c.key not in ('mobile', 'amount', 'accrued', 'price', 'paid')) then 'formula' end as fault) f
   where r.import_id = (p_import).id and f.fault is not null
$$;
comment on function office.import_cell_errors is 'What is wrong with single cells of an import.';
