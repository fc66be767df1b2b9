/* Adds a destination with a code bound to it; it cools before it can be used, and until then the words in the mail about it (here only their hash
   and, for the mail, their seal) cancel it. A wrong code is returned, not raised: its attempt counts. */
create or replace function desk.member_destination_add(p_token text, p_type text, p_label text, p_address text, p_account_name text, p_account_number text, p_ifsc text, p_challenge uuid, p_mac text, p_browser text, p_key uuid, p_cancel_hash text default null, p_sealed_cancel text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_context text := funding.check_destination(p_type, p_label, p_address, p_account_name, p_account_number, p_ifsc);
  v_try record;
  v_row funding.destinations;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.outcome_of(v_caller.actor_id, 'destination_add', p_key, jsonb_build_array(v_context, p_label, p_account_name));
  if v_known is not null then return v_known; end if;
  select * into v_try from identity.try_challenge(p_challenge, 'destination', v_context, p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    -- The same command, still under way when we looked, used the code while we waited for it: its answer is ours.
    return coalesce(ledger.outcome_of(v_caller.actor_id, 'destination_add', p_key, jsonb_build_array(v_context, p_label, p_account_name)),
      jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left));
  end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'destination_add', p_key, jsonb_build_array(v_context, p_label, p_account_name));
  if v_known is not null then return v_known; end if;
  if p_cancel_hash !~ '^[0-9a-f]{64}$' then perform core.refuse('invalid_input', 'cancel'); end if;
  insert into funding.destinations (member_id, type, label, address, account_name, account_number, ifsc, created_at, usable_at, cancel_hash)
  values (v_caller.actor_id, p_type, btrim(p_label), case when p_type <> 'BANK' then btrim(p_address) end, case when p_type = 'BANK' then btrim(p_account_name) end,
    case when p_type = 'BANK' then split_part(v_context, '|', 3) end, case when p_type = 'BANK' then nullif(split_part(v_context, '|', 4), '') end,
    v_at, v_at + make_interval(hours => core.setting('destination_cooling_hours')::integer), decode(p_cancel_hash, 'hex'))
  on conflict (member_id, type, (coalesce(address, account_number))) where removed_at is null and payee_id is null do nothing returning * into v_row;
  if v_row.id is null then perform core.refuse('already_open', case when p_type = 'BANK' then 'account_number' else 'address' end); end if;
  perform outbox.mail_member('destination_added', v_caller.actor_id, jsonb_build_object('label', v_row.label, 'destination', desk.destination_tail(v_row), 'usable_at', v_row.usable_at)
    || case when v_row.cancel_hash is not null and v_row.usable_at > v_at then jsonb_build_object('sealed_code', p_sealed_cancel) else '{}' end, 'destination:' || v_row.id);
  perform audit.write(v_at, v_caller, 'destination_add', 'destination', v_row.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'destination_add', p_key, jsonb_build_object('outcome', 'added', 'destination', desk.json_destination(v_row, v_at), 'usable_at', v_row.usable_at));
end $$;
comment on function desk.member_destination_add is 'Adds a destination with a code bound to it; it cools before it can be used.';
