/* Holds the gross amount in EARNINGS, reserves what pays instalments, and writes the payout with its parts frozen. Refuses as payout.terms. Answers the row. */
create or replace function payout.request_payout(p_member bigint, p_currency text, p_gross bigint, p_autofill boolean, p_destination uuid, p_on date, p_due_on date, p_at timestamptz) returns payout.payouts
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row payout.payouts;
  v_terms record;
  v_part record;
  v_id uuid := uuidv7();
  v_account bigint;
begin
  perform from identity.members where id = p_member for no key update;
  v_terms := payout.terms(p_member, p_currency, p_gross, p_autofill, p_destination, p_on, p_due_on, p_at);
  v_account := ledger.wallet(p_member, 'EARNINGS', p_currency);
  insert into payout.payouts (id, reference, member_id, account_id, currency, gross, tax, emi, bank, rule_id, requested_on, due_on, destination_id, hold_id, requested_at)
  values (v_id, 'P-' || core.random_code(8), p_member, v_account, p_currency, p_gross, v_terms.tax, v_terms.emi, v_terms.bank, v_terms.rule_id, p_on, p_due_on, p_destination,
          ledger.place_hold(v_account, p_gross, 'payout', v_id, p_at), p_at)
  returning * into v_row;
  for v_part in select d.* from payout.due_parts(p_member, p_currency, v_terms.emi, p_due_on) d where v_terms.emi > 0 loop
    perform ev.reserve(v_part.booking_id, v_part.amount);
    insert into payout.parts (payout_id, booking_id, amount) values (v_id, v_part.booking_id, v_part.amount);
  end loop;
  return v_row;
end $$;
comment on function payout.request_payout is 'Holds the money and writes the payout.';
