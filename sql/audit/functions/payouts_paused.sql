/* Whether a finding that nobody has cleared holds back what would leave the company. For showing; who pays asks audit.require_calm. */
create or replace function audit.payouts_paused() returns boolean
language sql stable security definer set search_path = '' as $$ select exists (select from audit.findings where cleared_at is null) $$;
comment on function audit.payouts_paused is 'Whether payouts are paused.';
