/* Before a pair is reversed its EMI money comes back to EMI_RESERVE from where it went: the surplus from EARNINGS as far as that is there, the rest from
   bookings, those it paid itself first. Of a booking that was opened while the money waited the latest EMI payments give it. What bookings no
   longer have (cancelled: it lies in the reserve already; delivered) stays away. The caller has locked the member and the treasury's queue.
   What follows from a booking's money is looked at by the worker. */
create or replace function network.bring_back_emi(p_pair network.pairs, p_value_on date, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_surplus bigint;
  v_reserve bigint;
  v_own bigint;
  v_want bigint;
begin
  if (p_pair).emi = 0 or not exists (select from treasury.items i where i.id = (p_pair).item_id and i.state = 'posted') then return; end if;
  select least((p_pair).emi_surplus, b.available) into v_surplus from ledger.balances b where b.member_id = (p_pair).member_id and b.kind = 'EARNINGS' and b.currency = (p_pair).currency;
  if v_surplus > 0 then perform network.move_surplus((p_pair).member_id, (p_pair).currency, -v_surplus, (p_pair).public_id, p_value_on); end if;
  -- With what is held of it: holds of the pair end with its reversal.
  select b.available + coalesce((select sum(h.amount) from ledger.holds h join treasury.items i on i.public_id = h.subject
            where i.id = (p_pair).item_id and h.account_id = b.account_id and h.state = 'open'), 0)::bigint into v_reserve
    from ledger.balances b where b.member_id = (p_pair).member_id and b.kind = 'EMI_RESERVE' and b.currency = (p_pair).currency;
  select coalesce(sum(y.amount - y.returned), 0) into v_own from ev.payments y where y.cause = (p_pair).public_id and y.source = 'emi';
  v_want := least(greatest(v_own, (p_pair).emi - v_reserve), (p_pair).emi - (p_pair).emi_surplus);
  if v_want > 0 and ev.take_back_emi((p_pair).member_id, (p_pair).currency, v_want, (p_pair).public_id, p_value_on, null, p_at) > 0 then
    perform outbox.enqueue('network__emi', jsonb_build_object('member', (p_pair).member_id::text));
  end if;
end $$;
comment on function network.bring_back_emi is 'A pair''s EMI money comes back before the pair is reversed.';
