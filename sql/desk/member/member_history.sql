-- owner: reader
/* Balances of the caller at the end of each of the last days (7 to 366), and what was credited in them by kind, in one currency: the
   company's when none is asked for or there is no such. */
create or replace function desk.member_history(p_token text, p_currency text default null, p_days integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me bigint := v_caller.actor_id;
  v_to date := core.business_date(core.business_now(), core.setting('timezone'));
begin
  return desk.json_history(v_me, coalesce((select c.code from core.currencies c where c.code = p_currency), core.setting('currency')), v_to + 1 - least(greatest(coalesce(p_days, 90), 7), 366), v_to) || jsonb_build_object(
    'currencies', coalesce((select jsonb_agg(c.currency order by c.currency <> core.setting('currency'), c.currency) from (select distinct a.currency from ledger.accounts a where a.member_id = v_me) c), '[]'));
end $$;
comment on function desk.member_history is 'Balances of the last days and credits by kind.';
