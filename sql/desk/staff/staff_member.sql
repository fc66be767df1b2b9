-- owner: reader
/* Everything about one member. */
create or replace function desk.staff_member(p_token text, p_member uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.read');
  v_row identity.members;
begin
  select * into v_row from identity.members where public_id = p_member;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('member', desk.json_member(v_row), 'wallets', desk.json_wallets(v_row.id),
    'holds', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'wallet', a.kind, 'currency', a.currency, 'amount', core.format_amount(h.amount, a.currency), 'reason', h.reason, 'at', h.placed_at) order by h.placed_at desc), '[]') from ledger.holds h join ledger.accounts a on a.id = h.account_id where a.member_id = v_row.id and h.state = 'open'),
    'investments', (select coalesce(jsonb_agg(desk.json_investment(i) order by i.id desc), '[]') from (select x.* from invest.investments x where x.member_id = v_row.id order by x.id desc limit 20) i),
    'deposits', (select coalesce(jsonb_agg(desk.json_deposit(d) order by d.submitted_at desc), '[]') from (select x.* from funding.deposits x where x.member_id = v_row.id order by x.submitted_at desc limit 20) d),
    'withdrawals', (select coalesce(jsonb_agg(desk.json_withdrawal(w) order by w.requested_at desc), '[]') from (select x.* from funding.withdrawals x where x.member_id = v_row.id order by x.requested_at desc limit 20) w),
    'recent', desk.movements(v_row.id, null, null, null, null, null, null, 20) -> 'items',
    'referrer', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from referral.referrals r join identity.members m on m.id = r.referrer_id where r.referred_id = v_row.id),
    'referred', (select count(*) from referral.referrals r where r.referrer_id = v_row.id),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'current', false, 'user_agent', s.user_agent, 'ip', s.ip, 'created_at', s.created_at, 'seen_at', s.seen_at, 'expires_at', s.expires_at) order by s.seen_at desc), '[]')
      from identity.sessions s where s.audience = 'member' and s.actor_id = v_row.id and s.revoked_at is null and s.expires_at > clock_timestamp()));
end $$;
comment on function desk.staff_member is 'Everything about one member.';
