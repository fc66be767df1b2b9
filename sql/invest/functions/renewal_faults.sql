/* Law: what was chosen for the principal was done: of a matured contract that was to be renewed there is one renewal, and of no other;
   its principal is held until it is carried out, and a new contract is of the same member, plan and amount, from the end date on. Of
   some contracts, or of all. */
create or replace function invest.renewal_faults(p_contracts bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'what was chosen for the principal was done', 'investment ' || i.id, invest.chosen(i.id) || ' ' || i.amount || ' on ' || i.end_on,
         coalesce(r.state || coalesce(' as investment ' || n.id || ' of ' || n.amount || ' from ' || n.start_on, '') || ', hold ' || coalesce(h.state, 'missing'), 'no renewal')
    from (select c.investment_id from invest.instructions c where p_contracts is null or c.investment_id = any (p_contracts)
          union select r.investment_id from invest.renewals r where p_contracts is null or r.renewed_id = any (p_contracts)) x
    join invest.investments i on i.id = x.investment_id
    left join invest.renewals r on r.investment_id = i.id
    left join invest.investments n on n.id = r.renewed_id
    left join ledger.holds h on h.id = r.hold_id and h.account_id = i.deposit_account_id and h.amount = i.amount and h.subject = i.public_id
   where (i.state = 'matured' and invest.chosen(i.id) = 'renew') <> (r.investment_id is not null)
      or (r.state = 'due') <> (h.state is not distinct from 'open')
      or (r.state = 'renewed' and (n.member_id, n.plan_id, n.currency, n.amount, n.start_on, n.source_wallet) is distinct from (i.member_id, i.plan_id, i.currency, i.amount, i.end_on, 'DEPOSIT'))
$$;
comment on function invest.renewal_faults is 'Contracts whose principal went another way than was chosen.';
