/* Whom the files of an import may name: the members it brings (line of members.csv), and those an earlier import brought (member_id). */
create or replace function desk.import_people(p_import office.imports) returns table (reference text, line integer, member_id bigint)
language sql stable set search_path = '' as $$
  select r.cells ->> 'reference', min(r.line), null::bigint from office.import_rows r where r.import_id = (p_import).id and r.kind = 'members' and r.cells ? 'reference' group by 1
  union all
  select m.origin, null, m.id from identity.members m where m.origin is not null and m.status in ('active', 'suspended')
     and not exists (select from office.import_rows r where r.import_id = (p_import).id and r.kind = 'members' and r.cells ->> 'reference' = m.origin)
$$;
comment on function desk.import_people is 'Whom the files of an import may name.';
