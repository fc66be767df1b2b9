-- owner: reader
/* Every day of an investment. */
create or replace function desk.member_schedule(p_token text, p_investment uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row invest.investments;
begin
  select * into v_row from invest.investments where public_id = p_investment and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('investment', desk.json_investment(v_row), 'schedule', desk.json_schedule(v_row.amount, v_row.daily_rate, v_row.start_on, v_row.days, v_row.currency));
end $$;
comment on function desk.member_schedule is 'Every day of an investment.';
