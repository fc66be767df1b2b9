/* Whether a member is an Active Buyer now: net confirmed payments of at least the setting active_buyer_amount. Computed from payments. */
create or replace function ev.is_active_buyer(p_member bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select p.paid > 0 and p.paid >= coalesce(core.setting_amount('active_buyer_amount', core.setting('network_currency')), 0) from (select ev.net_paid(p_member) as paid) p
$$;
comment on function ev.is_active_buyer is 'Whether a member is an Active Buyer now.';
