/* What is wrong with the members of an import: texts that are not what they must be, what two lines or a member who is here already share, and referrers that
   are nobody, or stand in a later line (so that nobody can have referred themselves by a detour). */
create or replace function desk.import_member_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' set enable_nestloop = off as $$
  with rows as materialized (
    select r.line, r.cells ->> 'reference' as reference, lower(r.cells ->> 'email') as email, r.cells ->> 'first_name' as first_name, r.cells ->> 'last_name' as last_name,
           regexp_replace(r.cells ->> 'mobile', '[ ().-]', '', 'g') as mobile, lower(r.cells ->> 'username') as username, r.cells ->> 'language' as language, r.cells ->> 'timezone' as timezone,
           r.cells ->> 'joined_on' as joined_on, r.cells ->> 'referrer' as referrer
      from office.import_rows r where r.import_id = (p_import).id and r.kind = 'members')
  select 'members', r.line, f.col, f.fault, '{}'::jsonb
    from rows r cross join lateral (values
      ('reference', case when r.reference !~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$' then 'invalid_reference' when exists (select from identity.members m where m.origin = r.reference) then 'taken' end),
      ('email', case when not identity.is_email(r.email) then 'invalid_email' when exists (select from identity.members m where m.email = r.email) or identity.email_reserved(r.email) then 'taken' end),
      ('first_name', case when length(r.first_name) > 80 then 'too_long' end),
      ('last_name', case when length(r.last_name) > 80 then 'too_long' end),
      ('mobile', case when r.mobile !~ '^\+[1-9][0-9]{6,14}$' then 'invalid_mobile' when exists (select from identity.members m where m.mobile = r.mobile) then 'taken' end),
      ('username', case when r.username !~ '^[a-z][a-z0-9_]{2,14}$' then 'invalid_username' when exists (select from identity.members m where m.username = r.username) then 'taken' end),
      ('language', case when r.language not in ('en', 'es', 'hi') then 'unknown_language' end),
      ('timezone', case when r.timezone is not null and not core.timezone_known(r.timezone) then 'unknown_timezone' end),
      ('joined_on', case when r.joined_on is not null and core.read_day(r.joined_on) is null then 'invalid_day' when core.read_day(r.joined_on) > (p_import).cutover_on then 'after_cutover' end)) f (col, fault)
   where f.fault is not null
  union all
  select 'members', r.line, 'referrer', case when p.reference is null then 'unknown_member' else 'later_line' end, '{}'
    from rows r left join desk.import_people(p_import) p on p.reference = r.referrer
   where r.referrer is not null and (p.reference is null or p.line >= r.line)
  union all select * from office.import_doubles(p_import, 'members', '{reference}')
  union all select * from office.import_doubles(p_import, 'members', '{email}')
  union all select * from office.import_doubles(p_import, 'members', '{mobile}')
  union all select * from office.import_doubles(p_import, 'members', '{username}')
$$;
comment on function desk.import_member_errors is 'What is wrong with the members of an import.';
