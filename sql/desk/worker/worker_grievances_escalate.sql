/* Tells the grievance officer (setting grievance_email; an administrator where that is no address) of grievances that were not
   acknowledged or not resolved in time: once per deadline, at most 500 a call, and nothing personal. */
create or replace function desk.worker_grievances_escalate() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_officer text := core.setting('grievance_email');
  v_told integer;
begin
  -- An address somebody cleared by mistake must not silence a clock: whoever may change settings is told then.
  perform outbox.mail('alert_grievance', a.email, (select s.language from identity.staff s where s.email = a.email), jsonb_build_object('thread', d.thread_id, 'reference', d.reference, 'deadline', d.deadline, 'due_at', d.due_at), d.dedupe_key)
    from (select o.* from messaging.overdue(v_at) o where not exists (select from outbox.mails m where m.dedupe_key = o.dedupe_key) order by o.due_at limit 500) d
   cross join (select coalesce(substring(v_officer from '^[^@\s]+@[^@\s]+$'),
     (select s.email from identity.staff s where s.active and identity.may(s.role, 'settings.write') order by s.id limit 1)) as email) a where a.email is not null;
  get diagnostics v_told = row_count;
  return jsonb_build_object('ended', v_told);
end $$;
comment on function desk.worker_grievances_escalate is 'Tells the grievance officer of missed deadlines.';
