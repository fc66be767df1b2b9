/* Queues the jobs for what a jump of the clock has made due, apart from accrual, for which workers ask by themselves. Answers whether
   anything is due. */
create or replace function desk.queue_due(p_at timestamptz) returns boolean
language plpgsql volatile set search_path = '' as $$
declare
  v_holds boolean := exists (select from ledger.holds h where h.state = 'open' and h.expires_at <= p_at);
  v_requests boolean := exists (select from approval.requests r where r.state = 'pending' and r.expires_at <= p_at);
begin
  if v_holds then perform outbox.enqueue('ledger__expire_holds'); end if;
  if v_requests then perform outbox.enqueue('approval__expire'); end if;
  return v_holds or v_requests;
end $$;
comment on function desk.queue_due is 'Queues the jobs for what a jump of the clock has made due.';
