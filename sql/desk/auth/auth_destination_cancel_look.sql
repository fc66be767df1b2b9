/* What the words of the mail about a new destination would do: `open` with what would be cancelled, else `removed`, `late` (it can be used by
   now) or `unknown`. Changes nothing, so that a mail program that follows links cancels nothing. Twenty looks and tries a minute and address. */
create or replace function desk.auth_destination_cancel_look(p_cancel text, p_ip text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_wait integer := identity.take_ticket('destination_cancel', coalesce(p_ip, ''), 20, interval '1 minute');
  v_row funding.destinations;
begin
  if v_wait is not null then return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait); end if;
  select * into v_row from funding.destinations where cancel_hash = sha256(convert_to(coalesce(p_cancel, ''), 'UTF8'));
  return case when v_row.id is null then '{"state": "unknown"}'::jsonb
    when v_row.removed_at is not null then '{"state": "removed"}'
    when v_row.usable_at <= core.business_now() then '{"state": "late"}'
    else jsonb_build_object('state', 'open', 'label', v_row.label, 'type', v_row.type, 'tail', desk.destination_tail(v_row), 'usable_at', v_row.usable_at) end;
end $$;
comment on function desk.auth_destination_cancel_look is 'What the words of the mail about a new destination would do.';
