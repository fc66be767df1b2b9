/* Tells a member what happened to a withdrawal that the member asked for. */
create or replace function desk.mail_withdrawal(p_template text, p_withdrawal uuid, p_reason text) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, w.member_id, jsonb_strip_nulls(jsonb_build_object('reference', w.reference, 'amount', core.format_amount(w.amount, w.currency), 'fee', core.format_amount(w.fee, w.currency),
      'currency', w.currency, 'wallet', a.kind, 'destination', d.label || ' ' || desk.destination_tail(d), 'withdrawal', w.id, 'reason', p_reason, 'transaction_reference', w.transaction_reference)), p_template || ':' || w.id)
    from funding.withdrawals w join ledger.accounts a on a.id = w.account_id join funding.destinations d on d.id = w.destination_id where w.id = p_withdrawal and w.request_id is null
$$;
comment on function desk.mail_withdrawal is 'Tells a member what happened to a withdrawal.';
