/* Notes what a member chooses for the principal of a contract of theirs: `wallet` or `renew`, until the end date begins in the plan's
   time zone. What stands already is not noted again. Locks the contract, as its maturity does: whoever comes second sees the first.
   Refuses `not_found`, `invalid_input`, `instruction_closed`. Answers the contract. */
create or replace function invest.instruct(p_member bigint, p_investment uuid, p_choice text, p_at timestamptz) returns invest.investments
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row invest.investments;
begin
  select * into v_row from invest.investments where public_id = p_investment and member_id = p_member for no key update;
  if not found then perform core.refuse('not_found'); end if;
  if p_choice is null or p_choice not in ('wallet', 'renew') then perform core.refuse('invalid_input', 'choice'); end if;
  if v_row.state <> 'active' or core.business_date(p_at, v_row.timezone) >= v_row.end_on then
    perform core.refuse('instruction_closed', 'choice', jsonb_build_object('end_on', v_row.end_on));
  end if;
  -- Read after the lock: what another call chose meanwhile is seen.
  if invest.chosen(v_row.id) <> p_choice then
    insert into invest.instructions (investment_id, choice, chosen_by, chosen_at) values (v_row.id, p_choice, p_member, p_at);
  end if;
  return v_row;
end $$;
comment on function invest.instruct is 'Notes what a member chooses for the principal of a contract.';
