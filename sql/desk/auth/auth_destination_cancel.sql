/* Takes a new destination out of the address book by the words mailed about it, while it cools; a mail tells. No withdrawal can be under way to
   it, because none can be asked for before it has cooled (funding.withdrawal_terms). Once: afterwards `removed`, `late` or `unknown`. */
create or replace function desk.auth_destination_cancel(p_cancel text, p_ip text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_wait integer := identity.take_ticket('destination_cancel', coalesce(p_ip, ''), 20, interval '1 minute');
  v_hash bytea := sha256(convert_to(coalesce(p_cancel, ''), 'UTF8'));
  v_at timestamptz := core.business_now();
  v_row funding.destinations;
begin
  if v_wait is not null then return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait); end if;
  update funding.destinations set removed_at = v_at where cancel_hash = v_hash and removed_at is null and usable_at > v_at returning * into v_row;
  if not found then
    return jsonb_build_object('outcome', coalesce((select case when d.removed_at is not null then 'removed' else 'late' end from funding.destinations d where d.cancel_hash = v_hash), 'unknown'));
  end if;
  perform outbox.mail_member('destination_cancelled', v_row.member_id, jsonb_build_object('label', v_row.label, 'destination', desk.destination_tail(v_row)), 'destination_cancelled:' || v_row.id);
  perform audit.write(v_at, (null, v_row.member_id, 'member', null, 1, v_row.member_id)::identity.caller, 'destination_cancel', 'destination', v_row.id::text);
  return '{"outcome": "cancelled"}';
end $$;
comment on function desk.auth_destination_cancel is 'Takes a new destination out of the address book by the words mailed about it.';
