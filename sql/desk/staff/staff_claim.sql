-- owner: reader
/* A member's claim after death: the latest one, who is named today, and what could be paid. */
create or replace function desk.staff_claim(p_token text, p_member uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.read');
  v_row identity.members;
begin
  select * into v_row from identity.members where public_id = p_member;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('member', desk.json_member(v_row), 'today', core.business_date(core.business_now(), core.setting('timezone')),
    'named', (select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'share', to_char(n.share / 100.0, 'FM990.00'), 'named_at', n.named_at) order by n.id), '[]') from compliance.nominees n where n.member_id = v_row.id and n.removed_at is null),
    'available', (select coalesce(jsonb_agg(jsonb_build_object('currency', a.currency, 'amount', core.format_amount(a.amount, a.currency)) order by a.currency), '[]') from desk.claimable(v_row.id) a),
    'obstacles', desk.closing_obstacles(v_row.id),
    'claim', (select desk.json_estate(c) from compliance.claims c where c.member_id = v_row.id order by c.opened_at desc, c.id desc limit 1));
end $$;
comment on function desk.staff_claim is 'A member''s claim after death.';
