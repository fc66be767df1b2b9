/* Makes findings of faults and answers the new ones: one per law and object while it is not cleared; one that stands is seen again. At
   most twenty of a law at a time: the rest is found again when these are cleared, and nobody gets a thousand mails about one cause. */
create or replace function audit.raise_findings(p_faults audit.fault[], p_run bigint, p_form text, p_at timestamptz) returns setof audit.findings
language plpgsql volatile security definer set search_path = '' as $$
begin
  if cardinality(p_faults) = 0 then return; end if;
  perform from audit.breaker for update;
  update audit.findings o set seen_at = p_at from (select distinct f.law, f.object from unnest(p_faults) f) f where o.law = f.law and o.object = f.object and o.cleared_at is null;
  return query
    insert into audit.findings (run_id, form, law, object, expected, found, raised_at, seen_at)
    select p_run, p_form, f.law, f.object, coalesce(f.expected, 'nothing'), coalesce(f.found, 'nothing'), p_at, p_at
      from (select d.*, row_number() over (partition by d.law order by d.object) as n
              from (select distinct on (x.law, x.object) x.* from unnest(p_faults) x order by x.law, x.object) d
             where not exists (select from audit.findings o where o.law = d.law and o.object = d.object and o.cleared_at is null)) f
     where f.n <= 20
    on conflict (law, object) where cleared_at is null do nothing
    returning *;
end $$;
comment on function audit.raise_findings is 'Makes findings of faults and answers the new ones.';
