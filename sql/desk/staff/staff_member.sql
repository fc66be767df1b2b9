-- owner: reader
/* Everything about one member, in one answer: the newest twenty of each list, the newest hundred notes. */
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
    'requests', (select coalesce(jsonb_agg(desk.json_request(r, v_caller) order by r.created_at desc, r.id desc), '[]')
      from (select x.* from approval.requests x where x.beneficiary_id = v_row.id order by x.created_at desc, x.id desc limit 20) r),
    'bookings', (select coalesce(jsonb_agg(desk.json_booking(b) order by b.booked_at desc, b.id), '[]') from (select x.* from ev.bookings x where x.member_id = v_row.id order by x.booked_at desc, x.id limit 20) b),
    'network', (select jsonb_build_object('left', n.left_count, 'right', n.right_count, 'pairs', n.matched, 'depth', n.depth, 'placed_at', n.placed_at,
        'sponsor', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from network.nodes s join identity.members m on m.id = s.member_id where s.id = n.sponsor_id)) from network.nodes n where n.member_id = v_row.id),
    'notes', (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'by', identity.person_name(n.author_id), 'at', n.written_at, 'body', n.body) order by n.written_at desc, n.id desc), '[]')
      from (select x.* from identity.notes x where x.member_id = v_row.id order by x.written_at desc, x.id desc limit 100) n),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'current', false, 'user_agent', s.user_agent, 'ip', s.ip, 'created_at', s.created_at, 'seen_at', s.seen_at, 'expires_at', s.expires_at) order by s.seen_at desc), '[]')
      from identity.sessions s where s.audience = 'member' and s.viewer_id is null and s.actor_id = v_row.id and s.revoked_at is null and s.expires_at > clock_timestamp()));
end $$;
comment on function desk.staff_member is 'Everything about one member.';
