/* Refuses `payouts_paused` while a finding is not cleared. Call it first in whatever lets money leave. The shared lock is kept to the
   end: a finding that is being written is waited for, and one that comes later waits until this payment stands. Lock and question are two
   statements, because what a statement saw before it waited is stale. */
create or replace function audit.require_calm() returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from audit.breaker for share;
  if exists (select from audit.findings where cleared_at is null) then
    perform core.refuse('payouts_paused');
  end if;
end $$;
comment on function audit.require_calm is 'Refuses payouts while a finding is not cleared.';
