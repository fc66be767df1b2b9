/* Tells referrers of commissions posted by this transaction. */
create or replace function desk.mail_earned(p_at timestamptz) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member('referral_earned', c.referrer_id, jsonb_build_object('from', m.first_name, 'amount', core.format_amount(c.amount, c.currency), 'currency', c.currency, 'source_reference', c.source_reference), 'referral:' || c.id)
    from ledger.journals j join treasury.items i on i.journal_id = j.id join referral.commissions c on c.item_id = i.id join identity.members m on m.id = c.referred_id
   where j.kind = 'referral' and j.id > (select coalesce(max(x.id), 0) - 1000 from ledger.journals x) and j.xid = pg_current_xact_id()
$$;
comment on function desk.mail_earned is 'Tells referrers of commissions just posted.';
