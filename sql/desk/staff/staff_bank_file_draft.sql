-- owner: reader
/* What the next file for the bank would hold in a currency: number, sum and the first hundred payouts, oldest first, and the bank accounts it could be paid from. Refuses `not_found`. */
create or replace function desk.staff_bank_file_draft(p_token text, p_currency text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
begin
  if not exists (select from core.currencies where code = p_currency) then perform core.refuse('not_found'); end if;
  return (select jsonb_build_object('currency', p_currency, 'lines', count(*), 'sum', core.format_amount(coalesce(sum(p.bank), 0), p_currency),
    'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'currency', m.currency, 'balance', core.format_amount(b.balance, b.currency)) order by m.name, m.id), '[]')
                  from funding.methods m join ledger.balances b on b.account_id = m.account_id where m.type = 'BANK' and m.active and m.currency = p_currency),
    'items', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference, 'bank', core.format_amount(o.bank, o.currency), 'decided_at', o.decided_at,
        'name', (select btrim(m.first_name || ' ' || m.last_name) from identity.members m where m.id = o.member_id), 'destination', (select d.label || ' ' || desk.destination_tail(d) from funding.destinations d where d.id = o.destination_id)) order by o.requested_at, o.id), '[]')
      from (select * from payout.payouts q where q.currency = p_currency and q.state = 'approved' order by q.requested_at, q.id limit 100) o))
    from payout.payouts p where p.currency = p_currency and p.state = 'approved');
end $$;
comment on function desk.staff_bank_file_draft is 'What the next file for the bank would hold.';
