/* Tells a member that an investment has matured and its principal is invested again, with the terms of the new contract. */
create or replace function desk.mail_renewed(p_old bigint, p_new invest.investments) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member('investment_renewed', i.member_id, jsonb_build_object('ended', i.reference, 'earned', core.format_amount(i.total, i.currency), 'reference', (p_new).reference, 'plan', (p_new).plan_name,
      'amount', core.format_amount((p_new).amount, i.currency), 'currency', i.currency, 'start_on', (p_new).start_on, 'end_on', (p_new).end_on, 'days', (p_new).days,
      'total', core.format_amount((p_new).total, i.currency), 'investment', (p_new).public_id), 'renewed:' || i.public_id)
    from invest.investments i where i.id = p_old
$$;
comment on function desk.mail_renewed is 'Tells a member that principal is invested again.';
