-- owner: reader
/* Wallets and what is held in them. */
create or replace function desk.member_wallets(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('wallets', desk.json_wallets(v_caller.actor_id),
    'holds', coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'wallet', a.kind, 'currency', a.currency, 'amount', core.format_amount(h.amount, a.currency), 'reason', h.reason,
        'at', h.placed_at, 'expires_at', h.expires_at, 'subject_kind', case when h.reason in ('withdrawal', 'payout') then h.reason end, 'subject_id', h.subject) order by h.placed_at desc)
      from ledger.holds h join ledger.accounts a on a.id = h.account_id where a.member_id = v_caller.actor_id and h.state = 'open'), '[]'));
end $$;
comment on function desk.member_wallets is 'Wallets and what is held in them.';
