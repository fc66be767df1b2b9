/* Laws: the log is what was sealed, entry for entry; its seals are a chain without gaps; what has finished before a seal's horizon is in one. */
create or replace function audit.seal_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'the log is what was sealed', 'log seal ' || s.id || ', entries ' || s.entry_ids::text, s.entries || ' ' || encode(s.entries_hash, 'hex'), h.entries || ' ' || encode(h.hash, 'hex')
    from audit.seals s left join audit.seal_secrets x on x.seal_id = s.id cross join lateral audit.entries_hash(s.entry_ids, coalesce(x.secret, ''::bytea)) h
   where h.entries <> s.entries or h.hash <> s.entries_hash
  union all
  select 'seals of the log are a chain', 'log seal ' || c.id, encode(c.before, 'hex') || ' ' || encode(c.made, 'hex'), encode(c.previous_root, 'hex') || ' ' || encode(c.root, 'hex')
    from (select s.id, s.previous_root, s.root, row_number() over w as n, coalesce(lag(s.root) over w, decode(repeat('00', 32), 'hex')) as before,
                 audit.seal_root(s.id, s.previous_root, s.entries, s.sealed_at, s.entries_hash) as made
            from audit.seals s window w as (order by s.id)) c
   where c.n <> c.id or c.before <> c.previous_root or c.made <> c.root
  union all
  select 'what has finished is sealed', 'log entry ' || e.id, 'a seal', 'none'
    from audit.log e, (select max(s.horizon) as horizon, range_agg(s.entry_ids) as ids from audit.seals s) a where e.xid < a.horizon and not e.id <@ a.ids
$$;
comment on function audit.seal_faults is 'Differences between the log and its seals.';
