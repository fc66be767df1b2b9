/* Closes the caller's account: nobody comes in any more, what moved stays in the books, and personal data goes after the retention
   period. `account_not_empty` while a wallet holds something or something is open. Once closed, the caller is signed out. */
create or replace function desk.member_close(p_token text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
  v_member identity.members;
begin
  if p_key is null then perform core.refuse('invalid_input', 'key'); end if;
  -- Deposits and withdrawals take the member's row too, and money its wallets: what is read below stands until the end.
  select * into v_member from identity.members where id = v_caller.actor_id for no key update;
  perform ledger.lock_accounts(array(select id from ledger.accounts where member_id = v_caller.actor_id));
  if desk.closing_obstacles(v_caller.actor_id) <> '[]' then perform core.refuse('account_not_empty'); end if;
  perform outbox.mail_member('account_closed', v_caller.actor_id, jsonb_build_object('retention_days', core.setting('retention_days')), 'account_closed:' || v_member.public_id);
  update identity.members set status = 'closed', closed_at = v_at where id = v_caller.actor_id;
  update identity.sessions set revoked_at = clock_timestamp() where actor_id = v_caller.actor_id and audience = 'member' and revoked_at is null;
  perform audit.write(v_at, v_caller, 'close', 'member', v_member.public_id::text);
  return jsonb_build_object('state', 'closed');
end $$;
comment on function desk.member_close is 'Closes the caller''s account.';
