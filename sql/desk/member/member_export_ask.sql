/* Asks for a file about the caller, which a worker makes: a `statement` of two days and what is between them (CSV, JSON or PDF; the others of desk.member_statement narrow it), or `my_data` (JSON). Also from
   a suspended account, which may be read. Refuses as desk.statement_period, `invalid_input` at `report`, `format` or `language`, `nothing_to_export`, as office.ask_own_export, and `viewing_only`. */
create or replace function desk.member_export_ask(p_token text, p_report text, p_from date, p_until date, p_wallet text, p_currency text, p_format text, p_language text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me identity.members := desk.own_member(v_caller);
  v_at timestamptz := core.business_now();
  v_known jsonb;
  v_filters jsonb := '{}';
  v_total bigint;
  v_id uuid;
begin
  perform identity.in_person(v_caller);
  v_known := ledger.claim_key(v_caller.actor_id, 'own_export', p_key, jsonb_build_array(p_report, p_from, p_until, p_wallet, p_currency, p_format, p_language));
  if v_known is not null then return v_known; end if;
  if p_language is null or p_language not in ('en', 'es', 'hi') then perform core.refuse('invalid_input', 'language'); end if;
  case p_report
    when 'statement' then
      perform desk.statement_period('dates', p_from, p_until, core.business_date(v_at, core.setting('timezone')));
      select coalesce(sum((s ->> 'lines')::bigint), 0) into v_total from jsonb_array_elements(desk.statement(v_me.id, p_wallet, p_currency, p_from, p_until, null, 1) -> 'sections') s;
      if v_total = 0 then perform core.refuse('nothing_to_export'); end if;
      v_filters := jsonb_build_object('from', p_from, 'until', p_until, 'wallet', p_wallet, 'currency', p_currency);
    when 'my_data' then v_total := desk.own_rows(v_me);
    else perform core.refuse('invalid_input', 'report');
  end case;
  v_id := office.ask_own_export(v_me.id, p_report, v_filters, p_format, p_language, v_total, v_at);
  perform audit.write(v_at, v_caller, 'export', 'export', v_id::text, null, v_filters);
  return ledger.keep_outcome(v_caller.actor_id, 'own_export', p_key, jsonb_build_object('export', v_id));
end $$;
comment on function desk.member_export_ask is 'Asks for a file about the caller.';
