/* Deferred trigger: at commit nothing is approved but not executed, and what is executed is what was approved (hash). */
create or replace function approval.require_execution() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  if exists (select from approval.requests r where r.id = new.id and r.state = 'approved'
              and (r.executed_at is null or r.payload_hash <> sha256(convert_to(r.payload::text, 'UTF8')))) then
    raise exception 'request % is approved but not executed', new.id using errcode = 'XX000';
  end if;
  return null;
end $$;
comment on function approval.require_execution is 'Trigger: approved is executed, in the same transaction.';
