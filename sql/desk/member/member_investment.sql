-- owner: reader
/* One investment with its accrual rows, newest first, and what happens with the principal at its end. */
create or replace function desk.member_investment(p_token text, p_investment uuid, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row invest.investments;
  v_limit integer := core.page_size(p_limit);
  v_before integer := 2147483647;
  v_accruals jsonb;
  v_last integer;
  v_more boolean;
begin
  select * into v_row from invest.investments where public_id = p_investment and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,9}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::integer;
  end if;
  select jsonb_agg(jsonb_build_object('k', x.k, 'on', v_row.start_on + x.k, 'credit', core.format_amount(x.amount, v_row.currency), 'cumulative', core.format_amount(invest.cumulative(v_row.amount, v_row.daily_rate, x.k), v_row.currency),
           'state', case when x.amount = 0 then 'zero' when x.carried then 'carried' when x.journal is null then 'awaiting' else 'posted' end, 'movement', x.movement) order by x.k desc) filter (where x.n <= v_limit), min(x.k) filter (where x.n <= v_limit), count(*) > v_limit
    into v_accruals, v_last, v_more
    from (select a.k, a.amount, a.k <= (select c.days from invest.carried c where c.investment_id = a.investment_id) as carried, j.id as journal, row_number() over (order by a.k desc) as n,
                 (select l.journal_id || '-' || l.line_no from ledger.lines l where l.account_id = v_row.interest_account_id and l.journal_id = j.id and l.source_id = v_row.id limit 1) as movement
            from invest.accruals a
            left join treasury.items i on a.journal_id is null and a.amount > 0 and i.journal_kind = 'accrual' and i.source_order = a.investment_id and i.k = a.k
            cross join lateral (select coalesce(a.journal_id, i.journal_id) as id) j
           where a.investment_id = v_row.id and a.k < v_before order by a.k desc limit v_limit + 1) x;
  return jsonb_build_object('investment', desk.json_investment(v_row) || jsonb_build_object('version', (select version from invest.plan_versions where id = v_row.version_id), 'hash', encode(v_row.version_hash, 'hex'), 'timezone', v_row.timezone,
      'next_credit_on', case when v_row.state = 'active' then v_row.start_on + invest.days_recorded(v_row.id) + 1 end, 'matured_at', v_row.matured_at),
    'maturity', desk.json_maturity(v_row, core.business_now()),
    'accruals', jsonb_build_object('items', coalesce(v_accruals, '[]'), 'next', case when v_more then v_last::text end));
end $$;
comment on function desk.member_investment is 'One investment with its accrual rows, newest first.';
