-- owner: reader
/* Plans that can be bought today, with the wallets that could pay. */
create or replace function desk.member_plans(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_wallets jsonb := desk.json_wallets(v_caller.actor_id);
begin
  return jsonb_build_object('plans', coalesce((select jsonb_agg(desk.json_plan(p, v) || jsonb_build_object('wallets', (select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements(v_wallets) w where w ->> 'currency' = p.currency and w ->> 'kind' in ('DEPOSIT', 'INTEREST'))) order by p.currency <> core.setting('currency'), v.minimum, p.name)
    from invest.plans p cross join lateral invest.current_version(p.id, core.business_date(core.business_now(), p.timezone)) v where p.state = 'active' and v.id is not null), '[]'));
end $$;
comment on function desk.member_plans is 'Plans that can be bought today, with the wallets that could pay.';
