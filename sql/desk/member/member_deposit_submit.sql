/* A member says that money was paid in; it waits in the queue. Refuses as funding.submit_deposit, `invalid_amount`, `key_reuse`. */
create or replace function desk.member_deposit_submit(p_token text, p_method uuid, p_reference text, p_amount text, p_transaction_reference text, p_file uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_currency text;
  v_amount bigint;
  v_at timestamptz := core.business_now();
  v_row funding.deposits;
  v_request uuid;
  v_method text;
begin
  select currency, name into v_currency, v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  v_amount := core.parse_amount(p_amount, v_currency);
  v_known := ledger.claim_key(v_caller.actor_id, 'deposit', p_key, jsonb_build_array(p_method, v_amount, p_transaction_reference));
  if v_known is not null then return v_known; end if;
  v_row := funding.submit_deposit(v_caller.actor_id, p_method, p_reference, v_amount, p_transaction_reference, p_file, v_at);
  v_request := approval.open('deposit', v_row.id, v_row.reference, v_amount, v_currency, v_caller.actor_id, 'member', v_caller.actor_id,
    jsonb_build_object('deposit', v_row.id, 'method', p_method, 'amount', core.format_amount(v_amount, v_currency), 'currency', v_currency, 'transaction_reference', v_row.transaction_reference),
    approval.people_needed(v_amount, v_currency), v_at);
  perform outbox.mail_member('deposit_pending', v_caller.actor_id, jsonb_build_object('reference', v_row.reference, 'amount', core.format_amount(v_amount, v_currency), 'currency', v_currency,
    'method', v_method, 'transaction_reference', v_row.transaction_reference, 'deposit', v_row.id), 'deposit_pending:' || v_row.id);
  perform audit.write(v_at, v_caller, 'deposit_submit', 'deposit', v_row.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'deposit', p_key, jsonb_build_object('deposit', v_row.id, 'reference', v_row.reference, 'request', v_request));
end $$;
comment on function desk.member_deposit_submit is 'A member says that money was paid in; it waits in the queue.';
