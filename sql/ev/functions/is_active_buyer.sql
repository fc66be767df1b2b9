/* Whether a member is an Active Buyer now: net confirmed payments of at least p_least, minor units; null: the setting active_buyer_amount, which holds
   while there is no compensation plan. Computed from payments. */
create or replace function ev.is_active_buyer(p_member bigint, p_least bigint default null) returns boolean
language sql stable security definer set search_path = '' as $$
  select p.paid > 0 and p.paid >= coalesce(p_least, core.setting_amount('active_buyer_amount', core.setting('network_currency')), 0) from (select ev.net_paid(p_member) as paid) p
$$;
comment on function ev.is_active_buyer is 'Whether a member is an Active Buyer now.';
