/* Asks two people to pay the nominees of a claim what is available now, by their shares; again whenever more has become available. p_accounts is a
   list of {nominee, account_name, account_number, ifsc?}, one for each nominee. What is asked for is what will be paid: the amounts stand in the
   request. Refuses `not_found`, `already_decided` when the claim has ended, `already_open` while a payment waits, `nothing_available`, and as
   funding.name_payee. */
create or replace function desk.staff_claim_pay(p_token text, p_claim uuid, p_accounts jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_claim compliance.claims;
  v_amounts jsonb;
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'claim_pay', p_key, jsonb_build_array(p_claim, p_accounts));
  if v_known is not null then return v_known; end if;
  if jsonb_typeof(p_accounts) is distinct from 'array' then perform core.refuse('invalid_input', 'accounts'); end if;
  select * into v_claim from compliance.claims where id = p_claim for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_claim.state not in ('open', 'paying') then perform core.refuse('already_decided', null, jsonb_build_object('state', v_claim.state)); end if;
  perform funding.name_payee(v_claim.member_id, n.id, n.place::integer, a.account_name, a.account_number, a.ifsc, v_at)
     from (select x.id, row_number() over (order by x.id) as place from compliance.claim_nominees x where x.claim_id = p_claim) n
     left join jsonb_to_recordset(p_accounts) a (nominee text, account_name text, account_number text, ifsc text) on a.nominee = n.id::text;
  select jsonb_agg(jsonb_build_object('currency', a.currency, 'amount', core.format_amount(a.amount, a.currency)) order by a.currency) into v_amounts from desk.claimable(v_claim.member_id) a;
  if v_amounts is null then perform core.refuse('nothing_available'); end if;
  -- The payload is kept for ever, so that it names nobody; a sum stands in the queue where there is one currency.
  v_request := approval.open('claim', v_claim.id, v_claim.reference,
    case when jsonb_array_length(v_amounts) = 1 then core.parse_amount(v_amounts -> 0 ->> 'amount', v_amounts -> 0 ->> 'currency') end, case when jsonb_array_length(v_amounts) = 1 then v_amounts -> 0 ->> 'currency' end,
    v_caller.actor_id, 'staff', v_claim.member_id, jsonb_build_object('claim', v_claim.id, 'nominees', desk.claim_hash(v_claim.id), 'amounts', v_amounts), 2::smallint, v_at);
  perform audit.write(v_at, v_caller, 'claim_pay', 'claim', p_claim::text, null, jsonb_build_object('request', v_request));
  return ledger.keep_outcome(v_caller.actor_id, 'claim_pay', p_key, jsonb_build_object('request', v_request));
end $$;
comment on function desk.staff_claim_pay is 'Asks two people to pay the nominees of a claim.';
