/* What a movement is about: the reference and the other side's name, and the document to link to. */
create or replace function desk.movement_about(p_kind ledger.journal_kind, p_cause uuid, p_source bigint) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_about jsonb;
begin
  case
    when p_kind = 'deposit' then
      select jsonb_build_object('reference', d.reference, 'counter', m.name, 'subject_kind', 'deposit', 'subject_id', d.id) into v_about
        from funding.deposits d join funding.methods m on m.id = d.method_id where d.id = p_cause;
    when p_kind in ('withdrawal', 'withdrawal_return') then
      select jsonb_build_object('reference', w.reference, 'counter', t.label, 'subject_kind', 'withdrawal', 'subject_id', w.id) into v_about
        from funding.withdrawals w join funding.destinations t on t.id = w.destination_id where w.id = p_cause;
    when p_kind = 'investment' then
      select jsonb_build_object('reference', i.reference, 'counter', i.plan_name, 'subject_kind', 'investment', 'subject_id', i.public_id) into v_about
        from invest.investments i where i.public_id = p_cause;
    when p_kind in ('accrual', 'maturity') or (p_kind = 'opening' and p_source is not null) then
      select jsonb_build_object('reference', i.reference, 'counter', i.plan_name, 'subject_kind', 'investment', 'subject_id', i.public_id) into v_about
        from invest.investments i where i.id = p_source;
    when p_kind = 'referral' then
      select jsonb_build_object('reference', c.source_reference, 'counter', null, 'subject_kind', 'commission', 'subject_id', c.source_id) into v_about
        from referral.commissions c where c.item_id = p_source or (p_source is null and c.source_id = p_cause);
    when p_kind = 'milestone' then
      select jsonb_build_object('reference', c.reference, 'counter', m.name, 'subject_kind', 'milestone', 'subject_id', m.id) into v_about
        from referral.milestone_claims c join referral.milestones m on m.id = c.milestone_id where c.item_id = p_source;
    when p_kind in ('payout', 'payout_return') then
      select jsonb_build_object('reference', p.reference, 'counter', d.label, 'subject_kind', 'payout', 'subject_id', p.id) into v_about
        from payout.payouts p join funding.destinations d on d.id = p.destination_id where p.id = p_cause;
    when p_kind = 'pair' then
      select jsonb_build_object('reference', null, 'counter', p.life::text, 'subject_kind', 'pair', 'subject_id', p.public_id) into v_about from network.pairs p where p.item_id = p_source;
    when p_kind in ('emi_payment', 'booking_refund') then
      select jsonb_build_object('reference', b.reference, 'counter', b.vehicle_name, 'subject_kind', 'booking', 'subject_id', b.id) into v_about
        from ev.bookings b where b.id = coalesce((select p.booking_id from ev.payments p where p.id = p_cause), p_cause);
    when p_kind = 'clawback_recovery' then
      select jsonb_build_object('reference', c.source_reference, 'counter', null, 'subject_kind', 'commission', 'subject_id', c.source_id) into v_about
        from referral.commissions c where c.source_id = p_cause;
    else null;
  end case;
  return coalesce(v_about, jsonb_build_object('reference', null, 'counter', null, 'subject_kind', null, 'subject_id', null));
end $$;
comment on function desk.movement_about is 'What a movement is about.';
