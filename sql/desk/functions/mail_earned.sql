/* Tells referrers of commissions just posted from the queue. */
create or replace function desk.mail_earned(p_items bigint[]) returns void
language sql volatile set search_path = '' as $$
  select desk.mail_commission(c.id) from referral.commissions c where c.item_id = any (p_items)
$$;
comment on function desk.mail_earned is 'Tells referrers of commissions just posted.';
