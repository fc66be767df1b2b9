/* Seals of the audit log above a number, oldest first, at most a thousand: what their file of roots does not hold yet. Also the root of the
   number itself, which the file must agree with. */
create or replace function desk.worker_audit_seals_after(p_number bigint) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'seals', coalesce((select jsonb_agg(jsonb_build_object('number', s.id::text, 'sealed_at', ledger.exact_time(s.sealed_at), 'entries', s.entries, 'root', encode(s.root, 'hex')) order by s.id)
      from (select * from audit.seals x where x.id > p_number order by x.id limit 1000) s), '[]'),
    'root', (select encode(s.root, 'hex') from audit.seals s where s.id = p_number))
$$;
comment on function desk.worker_audit_seals_after is 'Seals of the audit log above a number.';
