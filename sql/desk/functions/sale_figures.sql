/* What makes a sale and an Active Buyer by the compensation plan of an instant: minor units and days. While there is no plan: the settings it will
   be made of. */
create or replace function desk.sale_figures(p_at timestamptz, out qualify bigint, out buyer bigint, out cooling integer)
language sql stable set search_path = '' as $$
  select coalesce(v.qualify_amount, core.setting_amount('qualify_amount', core.setting('network_currency'))), coalesce(v.active_buyer_amount, core.setting_amount('active_buyer_amount', core.setting('network_currency'))),
         coalesce(v.cooling_off_days, core.setting('cooling_off_days')::integer)
    from (select network.month_of(p_at, network.zone()) as on) m left join lateral network.plan_on(m.on) v on true
$$;
comment on function desk.sale_figures is 'What makes a sale and an Active Buyer at an instant.';
