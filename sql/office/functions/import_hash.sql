/* What an import says as one hash: its terms and every line of its files, as they lie there now. */
create or replace function office.import_hash(p_import office.imports) returns text
language sql stable security definer set search_path = '' as $$
  select encode(sha256(convert_to(concat_ws('|', (p_import).currency, (p_import).cutover_on, (p_import).method_id, (p_import).deployed,
      (select string_agg(r.kind || r.line || r.cells::text, E'\n' order by r.kind, r.line) from office.import_rows r where r.import_id = (p_import).id)), 'UTF8')), 'hex')
$$;
comment on function office.import_hash is 'What an import says as one hash.';
