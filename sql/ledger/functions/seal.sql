/* Seals up to p_limit finished journals that no seal holds yet, in order of their numbers, and answers how many (zero: none are left).
   Takes no lock that posting wants. Finished means: written by a transaction older than every one still open. A transaction draws
   journal numbers only after it has its own number (ledger.post, ledger.move), so that what later transactions will write has a number
   above the last one drawn before they could begin: up to there the books are closed. */
create or replace function ledger.seal(p_limit integer, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_number bigint;
  v_snapshot pg_snapshot;
  v_last ledger.seals;
  v_new ledger.seals;
  v_ids bigint[];
  v_leaves bytea[];
  v_secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
begin
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'ledger.seal needs a transaction of its own';
  end if;
  perform pg_advisory_xact_lock(hashtext('ledger.seals'));
  -- First the number, then a transaction number of our own: whoever gets a later one draws later numbers.
  select case when s.is_called then s.last_value else s.last_value - 1 end into v_number from ledger.journal_ids s;
  v_new.next_xid := pg_current_xact_id();
  v_snapshot := pg_current_snapshot();
  select * into v_last from ledger.seals s order by s.id desc limit 1;
  v_ids := array(
    select j.id from ledger.journals j
     where j.id > coalesce(v_last.closed_to, 0) and j.xid < pg_snapshot_xmin(v_snapshot)
       and not exists (select from ledger.seals s where s.highest > coalesce(v_last.closed_to, 0) and j.id <@ s.journal_ids)
     order by j.id limit p_limit);
  if v_ids = '{}' then
    return 0;
  end if;
  v_new.id := coalesce(v_last.id, 0) + 1;
  v_new.journal_ids := (select range_agg(int8range(u.id, u.id, '[]')) from unnest(v_ids) u (id));
  v_new.highest := v_ids[cardinality(v_ids)];
  v_new.horizon := pg_snapshot_xmin(v_snapshot);
  v_new.last_number := v_number;
  v_new.closed_to := greatest(coalesce(v_last.closed_to, 0), least(
    case when v_new.next_xid <= v_new.horizon then v_number else coalesce((select max(s.last_number) from ledger.seals s where s.next_xid <= v_new.horizon), 0) end,
    case when cardinality(v_ids) = p_limit then v_new.highest else v_number end));
  v_new.sealed_at := p_at;
  v_new.previous_root := coalesce(v_last.root, '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea);
  select array_agg(l.leaf order by l.id), count(*), sum(l.lines), greatest(max(l.posted_at), v_last.posted_until) into v_leaves, v_new.journals, v_new.lines, v_new.posted_until
    from ledger.journal_leaves(v_new.journal_ids, v_secret) l;
  v_new.merkle_root := ledger.merkle_root(v_leaves);
  v_new.root := ledger.seal_root(v_new.id, v_new.previous_root, v_new.journals, v_new.lines, v_new.sealed_at, v_new.merkle_root);
  insert into ledger.seals select v_new.*;
  insert into ledger.seal_secrets (seal_id, secret) values (v_new.id, v_secret);
  return v_new.journals;
end $$;
comment on function ledger.seal is 'Seals finished journals.';
