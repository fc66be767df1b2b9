/* Tells members that their investments have matured. */
create or replace function desk.mail_matured(p_investments bigint[]) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member('investment_matured', i.member_id, jsonb_build_object('reference', i.reference, 'plan', i.plan_name, 'amount', core.format_amount(i.amount, i.currency), 'total', core.format_amount(i.total, i.currency),
      'awaiting', core.format_amount(e.awaiting, i.currency), 'currency', i.currency, 'end_on', i.end_on, 'investment', i.public_id), 'matured:' || i.public_id)
    from invest.investments i, lateral invest.earned(i) e where i.id = any (p_investments)
$$;
comment on function desk.mail_matured is 'Tells members that their investments have matured.';
