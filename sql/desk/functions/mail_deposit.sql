/* Tells a member what happened to a deposit. */
create or replace function desk.mail_deposit(p_template text, p_deposit uuid, p_reason text) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, d.member_id, jsonb_strip_nulls(jsonb_build_object('reference', d.reference, 'amount', core.format_amount(d.amount, d.currency), 'received', core.format_amount(d.received, d.currency),
      'currency', d.currency, 'method', m.name, 'transaction_reference', d.transaction_reference, 'deposit', d.id, 'reason', p_reason)), p_template || ':' || d.id)
    from funding.deposits d join funding.methods m on m.id = d.method_id where d.id = p_deposit
$$;
comment on function desk.mail_deposit is 'Tells a member what happened to a deposit.';
