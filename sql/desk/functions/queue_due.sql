/* Queues the jobs for what a jump of the clock has made due, apart from accrual, for which workers ask by themselves. Answers whether
   anything is due. */
create or replace function desk.queue_due(p_at timestamptz) returns boolean
language plpgsql volatile set search_path = '' as $$
declare
  v_holds boolean := exists (select from ledger.holds h where h.state = 'open' and h.expires_at <= p_at);
  v_requests boolean := exists (select from approval.requests r where r.state = 'pending' and r.expires_at <= p_at);
  v_kyc boolean := exists (select from compliance.kyc k where k.state = 'approved' and k.expires_on < core.business_date(p_at, core.setting('timezone')))
    or exists (select from compliance.ending(core.business_date(p_at, core.setting('timezone'))) e where not exists (select from outbox.mails m where m.dedupe_key = e.dedupe_key));
  v_grievances boolean := exists (select from messaging.overdue(p_at) o where not exists (select from outbox.mails m where m.dedupe_key = o.dedupe_key));
  v_closed boolean := exists (select from identity.members m where m.closed_at < p_at - make_interval(days => core.setting('retention_days')::integer) and m.anonymised_at is null);
  v_instalments boolean := exists (select from ev.reminders(desk.network_date(p_at)) r where not exists (select from outbox.mails m where m.dedupe_key = r.dedupe_key));
  v_cooled boolean := exists (select from desk.cooling_over(p_at) o where o.members <> '{}' or o.items <> '{}');
begin
  if v_holds then perform outbox.enqueue('ledger__expire_holds'); end if;
  if v_requests then perform outbox.enqueue('approval__expire'); end if;
  if v_kyc then perform outbox.enqueue('compliance__expire'); end if;
  if v_grievances then perform outbox.enqueue('messaging__escalate'); end if;
  if v_closed then perform outbox.enqueue('compliance__anonymise'); end if;
  if v_cooled then perform outbox.enqueue('ev__cooling'); end if;
  if v_instalments then perform outbox.enqueue('ev__remind'); end if;
  return v_holds or v_requests or v_kyc or v_grievances or v_closed or v_cooled or v_instalments;
end $$;
comment on function desk.queue_due is 'Queues the jobs for what a jump of the clock has made due.';
