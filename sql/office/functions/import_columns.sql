/* The columns of an import's files: which there are, and which must be there. A required column has a value on every line, but a parent may be empty: the company. */
create or replace function office.import_columns() returns table (kind text, place integer, name text, required boolean)
language sql immutable set search_path = '' as $$
  select c.kind, row_number() over (partition by c.kind order by c.n)::integer, rtrim(c.name, '*'), c.name like '%*' from (
    select k.kind, n.name, n.n from (values
      ('members', 'reference* email* first_name* last_name* mobile username language timezone joined_on referrer'),
      ('balances', 'member* wallet* amount* currency'),
      ('investments', 'reference* member* plan* version* amount* start_on* accrued* currency'),
      ('tree', 'member* parent side* sponsor pairs'),
      ('bookings', 'reference* member* vehicle* price* paid* parts part_day booked_on currency')) k (kind, names)
    cross join lateral string_to_table(k.names, ' ') with ordinality n (name, n)) c
$$;
comment on function office.import_columns is 'The columns of an import''s files.';
