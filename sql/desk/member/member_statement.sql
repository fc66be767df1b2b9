-- owner: reader
/* Statement of the caller's wallets for a period, with what its head says. The newest seal stands for all earlier ones, which it contains.
   `rows_at_once`: up to how many lines its files are made while the caller waits; longer ones are asked for with member_export_ask. */
create or replace function desk.member_statement(p_token text, p_period text default null, p_from date default null, p_to date default null, p_wallet text default null, p_currency text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me identity.members := desk.own_member(v_caller);
  v_at timestamptz := core.business_now();
  v_today date := core.business_date(v_at, core.setting('timezone'));
  v_days record := desk.statement_period(p_period, p_from, p_to, v_today);
begin
  return jsonb_build_object('company', core.setting('company'), 'member', jsonb_build_object('id', v_me.public_id, 'name', trim(v_me.first_name || ' ' || v_me.last_name), 'email', v_me.email),
      'period', coalesce(p_period, 'month'), 'from', v_days.first_on, 'to', v_days.last_on, 'today', v_today, 'timezone', core.setting('timezone'), 'made_at', v_at, 'rows_at_once', office.rows_at_once(), 'most_rows_of_pdf', office.most_rows('pdf'),
      'wallets', coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'currency', a.currency) order by a.currency <> core.setting('currency'), a.currency, a.id) from ledger.accounts a where a.member_id = v_me.id), '[]'),
      'seal', (select jsonb_build_object('number', s.id::text, 'sealed_at', s.sealed_at, 'root', encode(s.root, 'hex')) from ledger.seals s order by s.id desc limit 1))
    || desk.statement(v_me.id, p_wallet, p_currency, v_days.first_on, v_days.last_on, p_cursor, p_limit);
end $$;
comment on function desk.member_statement is 'Statement of the caller''s wallets for a period.';
