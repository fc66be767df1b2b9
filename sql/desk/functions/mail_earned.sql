/* Tells referrers of commissions just posted, and whether they are still held. */
create or replace function desk.mail_earned(p_items bigint[]) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member('referral_earned', c.referrer_id, jsonb_build_object('from', m.first_name, 'amount', core.format_amount(c.amount, c.currency), 'currency', c.currency, 'source_reference', c.source_reference, 'source', c.source_kind,
      'held', exists (select from ledger.holds h where h.subject = i.public_id and h.state = 'open')), 'referral:' || c.id)
    from referral.commissions c join identity.members m on m.id = c.referred_id join treasury.items i on i.id = c.item_id where c.item_id = any (p_items)
$$;
comment on function desk.mail_earned is 'Tells referrers of commissions just posted.';
