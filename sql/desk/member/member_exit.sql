-- owner: reader
/* What the caller could take today and what is locked until when, in every currency there is a wallet of, with what stands in the way of
   a withdrawal. One statement reads it, so that the parts are of one moment and add up. */
create or replace function desk.member_exit(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me bigint := v_caller.actor_id;
  v_at timestamptz := core.business_now();
begin
  return jsonb_build_object('as_of', v_at, 'paused', audit.payouts_paused(),
    'currencies', coalesce((select jsonb_agg(desk.exit_currency(v_me, c.currency) order by c.currency <> core.setting('currency'), c.currency) from (select distinct a.currency from ledger.accounts a where a.member_id = v_me) c), '[]'),
    'holds', coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'wallet', a.kind, 'currency', a.currency, 'amount', core.format_amount(h.amount, a.currency), 'reason', h.reason, 'at', h.placed_at, 'expires_at', h.expires_at,
        'subject_kind', case when h.reason in ('withdrawal', 'payout') then h.reason end, 'subject_id', h.subject) order by h.placed_at)
      from ledger.holds h join ledger.accounts a on a.id = h.account_id where a.member_id = v_me and h.state = 'open'), '[]'),
    'destinations', (select jsonb_build_object('usable', count(*) filter (where d.usable_at <= v_at), 'next_at', min(d.usable_at) filter (where d.usable_at > v_at)) from funding.destinations d where d.member_id = v_me and d.removed_at is null));
end $$;
comment on function desk.member_exit is 'What could be taken today and what is locked until when.';
