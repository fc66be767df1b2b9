/* What cooling-off has kept waiting until now, at most 500 of each: members whose unit can qualify (known, where the operator asks for it), and
   commissions on payments that need no longer be held. */
create or replace function desk.cooling_over(p_at timestamptz, out members bigint[], out items bigint[])
language sql stable set search_path = '' as $$
  select array(select u.member_id from ev.units u join identity.members m on m.id = u.member_id where u.qualified_at is null and u.reversed_at is null and u.due_at <= p_at
      and (m.kyc_approved_at is not null or not core.setting('require_kyc')::boolean) order by u.due_at, u.member_id limit 500),
    array(select i.id from treasury.items i join referral.commissions c on c.item_id = i.id join ev.payments p on p.id = c.source_id
      where i.hold_reason = 'cooling_off' and i.journal_kind = 'referral' and c.source_kind = 'ev_payment' and p.decided_at + make_interval(days => (desk.sale_figures(p.decided_at)).cooling) <= p_at
      order by i.id limit 500)
$$;
comment on function desk.cooling_over is 'What cooling-off has kept waiting until now.';
