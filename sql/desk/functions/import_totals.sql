/* What an import adds up to, as decimal text: people, balances by wallet, contracts, places and bookings; and the other side of the opening journals: what lies in the bank for members, and what of it is at work. Lines that cannot be read add nothing. */
create or replace function desk.import_totals(p_import office.imports) returns jsonb
language sql stable set search_path = '' set enable_nestloop = off as $$
  with rows as materialized (
    select r.kind, r.line, r.cells, case when r.kind in ('balances', 'investments') then core.read_amount(r.cells ->> 'amount', (p_import).currency) when r.kind = 'bookings' then core.read_amount(r.cells ->> 'paid', (p_import).currency) end as amount
      from office.import_rows r where r.import_id = (p_import).id),
  sums as (
    select coalesce(sum(amount) filter (where kind in ('balances', 'investments')), 0) as owed, coalesce(sum(amount) filter (where kind = 'investments'), 0) as principal, coalesce(sum(amount) filter (where kind = 'bookings'), 0) as booked,
           count(*) filter (where kind = 'members') as members, count(*) filter (where kind = 'investments') as investments, count(*) filter (where kind = 'bookings') as bookings from rows),
  places as (
    select count(*) as nodes, coalesce(max(p.depth), 0) as depth, count(*) filter (where p.counts) as units, coalesce(sum(x.pairs), 0) as pairs, coalesce(sum(greatest(least(p.left_count, p.right_count) - x.pairs, 0)), 0) as backlog
      from desk.import_places(p_import, core.business_now()) p join rows r on r.kind = 'tree' and r.line = p.line
      cross join lateral (select case when r.cells ->> 'pairs' ~ '^[0-9]{1,7}$' then (r.cells ->> 'pairs')::integer else 0 end as pairs) x)
  select jsonb_build_object('members', s.members::text, 'investments', s.investments::text, 'principal', core.format_amount(s.principal, (p_import).currency),
      'accrued', core.format_amount((select coalesce(sum(core.read_amount(r.cells ->> 'accrued', (p_import).currency)), 0) from rows r where r.kind = 'investments'), (p_import).currency),
      'nodes', t.nodes::text, 'depth', t.depth::text, 'units', t.units::text, 'pairs', t.pairs::text, 'backlog', t.backlog::text, 'bookings', s.bookings::text, 'booked', core.format_amount(s.booked, (p_import).currency),
      'wallets', (select coalesce(jsonb_agg(jsonb_build_object('wallet', w.wallet, 'amount', core.format_amount(w.sum, (p_import).currency), 'members', w.count::text) order by w.wallet), '[]')
          from (select x.cells ->> 'wallet' as wallet, sum(x.amount) as sum, count(*) as count from rows x where x.kind = 'balances' and x.amount is not null and x.cells ->> 'wallet' in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE') group by 1) w),
      'owed', core.format_amount(s.owed, (p_import).currency), 'deployed', core.format_amount((p_import).deployed, (p_import).currency), 'bank', core.format_amount(greatest(s.owed - (p_import).deployed, 0), (p_import).currency))
    from sums s, places t
$$;
comment on function desk.import_totals is 'What an import adds up to.';
