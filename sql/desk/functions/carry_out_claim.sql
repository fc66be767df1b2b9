/* Pays the nominees of a claim the amounts that were signed, by their shares: one withdrawal per nominee and currency, approved at once. Refuses
   `already_decided` when the claim has ended, and as funding.pay_payee; raises when people or accounts are not those that were signed. */
create or replace function desk.carry_out_claim(p_request approval.requests, p_actor bigint, p_on date, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_claim compliance.claims;
  v_nominees uuid[];
  v_shares integer[];
  v_parts bigint[];
  v_one record;
  v_account bigint;
begin
  select * into v_claim from compliance.claims where id = (p_request).subject_id for update;
  if v_claim.state not in ('open', 'paying') then perform core.refuse('already_decided', null, jsonb_build_object('state', v_claim.state)); end if;
  if desk.claim_hash(v_claim.id) is distinct from (p_request).payload ->> 'nominees' then
    raise exception 'claim %: other nominees or accounts than those that were signed', v_claim.reference;
  end if;
  perform ledger.lock_accounts(array(select id from ledger.accounts where member_id = v_claim.member_id));
  select array_agg(n.id order by n.id), array_agg(n.share order by n.id) into v_nominees, v_shares from compliance.claim_nominees n where n.claim_id = v_claim.id;
  for v_one in
    select a.currency, core.parse_amount(a.amount, a.currency) as amount from jsonb_to_recordset((p_request).payload -> 'amounts') a (currency text, amount text) order by a.currency
  loop
    v_account := funding.gather(v_claim.member_id, v_one.currency, v_one.amount, v_claim.id, p_on, p_actor);
    v_parts := compliance.divide(v_one.amount, v_shares);
    -- A share of less than the smallest coin is nothing to send.
    perform funding.pay_payee(v_claim.member_id, v_nominees[n], v_account, v_parts[n], (p_request).id, p_on, p_actor, p_at) from generate_subscripts(v_nominees, 1) n where v_parts[n] > 0 order by n;
    perform desk.alert_outflow(v_one.currency, p_at);
  end loop;
  update compliance.claims set state = 'paying' where id = v_claim.id;
end $$;
comment on function desk.carry_out_claim is 'Pays the nominees of a claim by their shares.';
