-- owner: reader
/* Seals, newest first, fifty at a time, below a number when one is given; also up to which posting time the books are closed. */
create or replace function desk.public_seals(p_before bigint default null) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'seals', coalesce((select jsonb_agg(jsonb_build_object('number', s.id::text, 'sealed_at', ledger.exact_time(s.sealed_at), 'journals', s.journals, 'lines', s.lines, 'root', encode(s.root, 'hex'), 'previous_root', encode(s.previous_root, 'hex')) order by s.id desc)
      from (select * from ledger.seals x where p_before is null or x.id < p_before order by x.id desc limit 50) s), '[]'),
    'count', coalesce((select max(id) from ledger.seals), 0),
    'closed_until', (select s.posted_until from ledger.seals s order by s.id desc limit 1))
$$;
comment on function desk.public_seals is 'Seals, newest first.';
