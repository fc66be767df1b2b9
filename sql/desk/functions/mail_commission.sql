/* Tells a referrer of a commission just posted, and whether it is still held. */
create or replace function desk.mail_commission(p_commission bigint) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member('referral_earned', c.referrer_id, jsonb_build_object('from', m.first_name, 'amount', core.format_amount(c.amount, c.currency), 'currency', c.currency, 'source_reference', c.source_reference, 'source', c.source_kind,
      'held', exists (select from ledger.holds h where h.subject = coalesce(i.public_id, c.source_id) and h.account_id = ledger.wallet(c.referrer_id, 'EARNINGS', c.currency) and h.state = 'open')), 'referral:' || c.id)
    from referral.commissions c join identity.members m on m.id = c.referred_id left join treasury.items i on i.id = c.item_id where c.id = p_commission
$$;
comment on function desk.mail_commission is 'Tells a referrer of a commission just posted.';
