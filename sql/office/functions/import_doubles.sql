/* Lines of one file of an import that say again what an earlier line says: the second and later ones of equal p_columns, those compared as they are kept, emails and usernames in any case. */
create or replace function office.import_doubles(p_import office.imports, p_kind text, p_columns text[]) returns setof office.import_fault
language sql stable set search_path = '' as $$
  select p_kind, d.line, p_columns[1], 'duplicate', jsonb_build_object('first', d.first::text) from (
    select r.line, min(r.line) over (partition by k.key) as first from office.import_rows r
      cross join lateral (select array_agg(lower(case c when 'mobile' then regexp_replace(r.cells ->> c, '[ ().-]', '', 'g') else r.cells ->> c end) order by c) as key, bool_and(r.cells ? c) as whole from unnest(p_columns) c) k
     where r.import_id = (p_import).id and r.kind = p_kind and k.whole) d
   where d.line > d.first
$$;
comment on function office.import_doubles is 'Lines of an import that say again what an earlier one says.';
