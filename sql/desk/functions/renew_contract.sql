/* Invests the principal of a matured contract again, in the version of its plan that was sold on its end date, from that date on. Refuses
   `suspended`, `not_active` and as desk.open_contract does; the caller gives the principal free then. Answers the new contract. */
create or replace function desk.renew_contract(p_renewal invest.renewals, p_at timestamptz) returns invest.investments
language plpgsql volatile set search_path = '' as $$
declare
  v_old invest.investments;
  v_plan invest.plans;
  v_version invest.plan_versions;
  v_new invest.investments;
begin
  select * into v_old from invest.investments where id = (p_renewal).investment_id;
  -- The member's row before any account: who is suspended at this moment is suspended before or after, not meanwhile.
  perform from identity.members where id = v_old.member_id and status = 'active' for no key update;
  if not found then perform core.refuse('suspended'); end if;
  select * into v_plan from invest.plans where id = v_old.plan_id;
  v_version := invest.current_version(v_old.plan_id, v_old.end_on);
  if v_version.id is null then perform core.refuse('not_active', 'plan'); end if;
  v_new := desk.open_contract(v_old.member_id, v_plan, v_version, 'DEPOSIT', v_old.amount, v_old.end_on, p_at, (p_renewal).hold_id);
  perform invest.finish_renewal(v_old.id, v_new.id, null, null, p_at);
  return v_new;
end $$;
comment on function desk.renew_contract is 'Invests the principal of a matured contract again.';
