/* What an import adds up to, as decimal text: people, balances by wallet, and the other side of the opening journals: what lies in the bank for members, and what of it is at work. Lines
   that cannot be read add nothing. */
create or replace function desk.import_totals(p_import office.imports) returns jsonb
language sql stable set search_path = '' as $$
  with rows as materialized (
    select r.kind, r.cells, core.read_amount(r.cells ->> 'amount', (p_import).currency) as amount from office.import_rows r where r.import_id = (p_import).id),
  sums as (
    select coalesce(sum(amount) filter (where kind in ('balances', 'investments')), 0) as owed, coalesce(sum(amount) filter (where kind = 'investments'), 0) as principal,
           count(*) filter (where kind = 'members') as members, count(*) filter (where kind = 'investments') as investments from rows)
  select jsonb_build_object('members', s.members::text, 'investments', s.investments::text, 'principal', core.format_amount(s.principal, (p_import).currency),
      'wallets', (select coalesce(jsonb_agg(jsonb_build_object('wallet', w.wallet, 'amount', core.format_amount(w.sum, (p_import).currency), 'members', w.count::text) order by w.wallet), '[]')
          from (select x.cells ->> 'wallet' as wallet, sum(x.amount) as sum, count(*) as count from rows x where x.kind = 'balances' and x.amount is not null and x.cells ->> 'wallet' in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE') group by 1) w),
      'owed', core.format_amount(s.owed, (p_import).currency), 'deployed', core.format_amount((p_import).deployed, (p_import).currency), 'bank', core.format_amount(greatest(s.owed - (p_import).deployed, 0), (p_import).currency))
    from sums s
$$;
comment on function desk.import_totals is 'What an import adds up to.';
