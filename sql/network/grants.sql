grant usage on schema network to coffer_reader, coffer_auditor;
grant select on network.nodes, network.plan_versions, network.counts, network.pairs, network.backlogs, network.flushes, network.what_ifs, network.what_if_members, network.what_if_months, network.what_if_readings, network.what_if_days, network.disclosures to coffer_reader, coffer_auditor;
grant execute on function network.plan_on(date), network.zone(), network.month_of(timestamptz, text), network.what_if_rows, network.has_read, network.rate_differs to coffer_reader;
drop policy if exists everybody_reads on network.disclosures;
create policy everybody_reads on network.disclosures for select to coffer_reader using (true);
drop policy if exists everybody_reads on network.plan_versions;
create policy everybody_reads on network.plan_versions for select to coffer_reader using (true);
drop policy if exists own_or_staff on network.pairs;
create policy own_or_staff on network.pairs for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
-- A node is one's own; what stands below is shown by one function, which asks whose legs it is in.
drop policy if exists own_or_staff on network.nodes;
create policy own_or_staff on network.nodes for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
do $$
declare v_table text;
begin
  foreach v_table in array '{counts,backlogs,flushes}'::text[] loop
    execute format('drop policy if exists own_or_staff on network.%I', v_table);
    execute format('create policy own_or_staff on network.%I for select to coffer_reader using ((select identity.is_staff()) or node_id in (select n.id from network.nodes n where n.member_id = (select identity.me())))', v_table);
  end loop;
  foreach v_table in array '{what_ifs,what_if_members,what_if_months,what_if_readings,what_if_days}'::text[] loop
    execute format('drop policy if exists staff_reads on network.%I', v_table);
    execute format('create policy staff_reads on network.%I for select to coffer_reader using ((select identity.is_staff()))', v_table);
  end loop;
  foreach v_table in array '{nodes,plan_versions,counts,pairs,backlogs,flushes,what_ifs,what_if_members,what_if_months,what_if_readings,what_if_days,disclosures}'::text[] loop
    execute format('drop policy if exists auditors_read on network.%I', v_table);
    execute format('create policy auditors_read on network.%I for select to coffer_auditor using (true)', v_table);
  end loop;
end $$;
