/* Seals up to p_limit finished entries of the log that no seal holds yet, in order of their numbers, and answers how many (zero: none are
   left). Takes no lock that writing the log wants. Finished means: written by a transaction older than every one still open. What an older
   horizon has passed is sealed already, except after a dump was restored, where transactions begin anew: those entries have higher numbers. */
create or replace function audit.seal(p_limit integer, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_horizon xid8;
  v_last audit.seals;
  v_new audit.seals;
  v_ids bigint[];
  v_secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
begin
  perform pg_advisory_xact_lock(hashtext('audit.seals'));
  v_horizon := pg_snapshot_xmin(pg_current_snapshot());
  select * into v_last from audit.seals s order by s.id desc limit 1;
  v_ids := array(
    select e.id from audit.log e
     where (e.xid >= coalesce(v_last.horizon, '0'::xid8) or e.id > coalesce(v_last.highest, 0)) and e.xid < v_horizon
       and not exists (select from audit.seals s where s.highest >= e.id and e.id <@ s.entry_ids)
     order by e.id limit p_limit);
  if v_ids = '{}' then
    return 0;
  end if;
  v_new.id := coalesce(v_last.id, 0) + 1;
  v_new.entry_ids := (select range_agg(int8range(u.id, u.id, '[]')) from unnest(v_ids) u (id));
  v_new.highest := v_ids[cardinality(v_ids)];
  -- A full seal leaves entries behind: the horizon stays, so that the next call finds them.
  v_new.horizon := case when cardinality(v_ids) = p_limit then coalesce(v_last.horizon, '0'::xid8) else v_horizon end;
  v_new.sealed_at := p_at;
  v_new.previous_root := coalesce(v_last.root, decode(repeat('00', 32), 'hex'));
  select h.entries, h.hash into v_new.entries, v_new.entries_hash from audit.entries_hash(v_new.entry_ids, v_secret) h;
  v_new.root := audit.seal_root(v_new.id, v_new.previous_root, v_new.entries, v_new.sealed_at, v_new.entries_hash);
  insert into audit.seals select v_new.*;
  insert into audit.seal_secrets (seal_id, secret) values (v_new.id, v_secret);
  return v_new.entries;
end $$;
comment on function audit.seal is 'Seals finished entries of the log.';
