/* EMI money of a member's pairs that are paid and not held goes on, each once and in their order: into the oldest open booking, what that no
   longer needs to EARNINGS; without an open booking it stays in EMI_RESERVE, which the next booking takes when it opens. Minor units. Locks the
   member, the booking, then accounts: the matcher and all that moves a booking's money take the member first, so each sees what the other did.
   Answers how many pairs were looked at. */
create or replace function network.place_emi(p_member bigint, p_value_on date, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_pair record;
  v_amount bigint;
  v_way record;
  v_surplus bigint;
  v_count integer := 0;
begin
  perform from identity.members where id = p_member for no key update;
  for v_pair in
    select p.id, p.public_id, p.currency, p.emi from network.pairs p join treasury.items i on i.id = p.item_id
     where p.member_id = p_member and p.state = 'live' and p.emi > 0 and p.emi_placed_at is null and i.state = 'posted'
       and not exists (select from ledger.holds h where h.subject = i.public_id and h.account_id = coalesce(i.other_account_id, i.credit_account_id) and h.state = 'open')
     order by p.id
  loop
    -- Less than the pair's: a booking that was opened meanwhile has taken it out of the reserve.
    select least(v_pair.emi, b.available) into v_amount from ledger.balances b where b.member_id = p_member and b.kind = 'EMI_RESERVE' and b.currency = v_pair.currency;
    v_way := ev.apply_emi(p_member, v_pair.currency, v_amount, v_pair.public_id, p_value_on, null, p_at);
    v_surplus := case when v_way.booking is null then 0 else v_amount - v_way.applied end;
    if v_surplus > 0 then perform network.move_surplus(p_member, v_pair.currency, v_surplus, v_pair.public_id, p_value_on); end if;
    update network.pairs set emi_placed_at = p_at, emi_surplus = v_surplus where id = v_pair.id;
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;
comment on function network.place_emi is 'EMI money of a member''s pairs goes on.';
