/* Closed accounts whose retention period is over, at most fifty, with the files to be removed from the store before worker_anonymise. */
create or replace function desk.worker_closed_due() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_before timestamptz := core.business_now() - make_interval(days => core.setting('retention_days')::integer);
begin
  return jsonb_build_object('due', (select coalesce(jsonb_agg(jsonb_build_object('member', m.public_id, 'files',
        (select coalesce(jsonb_agg(f.id), '[]') from (select d.id from compliance.documents d where d.member_id = m.id union all select p.id from funding.files p where p.owner_id = m.id
          union all select a.id from messaging.attachments a join messaging.threads t on t.id = a.thread_id where t.member_id = m.id
          union all select d.id from compliance.claim_files d join compliance.claims c on c.id = d.claim_id where c.member_id = m.id
          union all select p.id from identity.photos p where p.member_id = m.id) f)) order by m.closed_at), '[]')
    from (select x.* from identity.members x where x.closed_at < v_before and x.anonymised_at is null order by x.closed_at limit 50) m));
end $$;
comment on function desk.worker_closed_due is 'Closed accounts whose retention period is over.';
