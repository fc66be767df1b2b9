/* Tells a member what happened to a payout: its frozen figures, and why where somebody said so. */
create or replace function desk.mail_payout(p_template text, p_payout uuid) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, p.member_id, jsonb_strip_nulls(jsonb_build_object('payout', p.id, 'reference', p.reference, 'gross', core.format_amount(p.gross, p.currency), 'tax', core.format_amount(p.tax, p.currency),
      'emi', core.format_amount(p.emi, p.currency), 'bank', core.format_amount(p.bank, p.currency), 'currency', p.currency, 'destination', d.label || ' ' || desk.destination_tail(d), 'reason', p.reason)), p_template || ':' || p.id)
    from payout.payouts p join funding.destinations d on d.id = p.destination_id where p.id = p_payout
$$;
comment on function desk.mail_payout is 'Tells a member what happened to a payout.';
