/* Makes findings of faults and tells everybody who may clear them, once per finding, in this transaction. Answers how many are new. */
create or replace function desk.raise_faults(p_faults audit.fault[], p_run audit.watch_runs) returns integer
language plpgsql volatile set search_path = '' as $$
declare
  v_finding audit.findings;
  v_count integer := 0;
begin
  for v_finding in select * from audit.raise_findings(p_faults, (p_run).id, (p_run).form, clock_timestamp()) loop
    perform outbox.mail_permitted('findings.clear', 'alert_books', jsonb_build_object('finding', v_finding.id, 'law', v_finding.law, 'object', v_finding.object,
      'expected', v_finding.expected, 'found', v_finding.found, 'raised_at', v_finding.raised_at), 'finding:' || v_finding.id);
    v_count := v_count + 1;
  end loop;
  perform audit.close_watch_run((p_run).id, cardinality(p_faults));
  return v_count;
end $$;
comment on function desk.raise_faults is 'Makes findings of faults and tells who may clear them.';
