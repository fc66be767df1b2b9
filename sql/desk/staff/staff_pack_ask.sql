/* Asks for a pack for outside auditors, of the days p_from to p_until or, without days, of everything; a worker makes it. Refuses `invalid_input` at the day that is missing, lies before 2000 or after today,
   `period_reversed` at `until`, and `nothing_to_export` when no journal was sealed on these days. */
create or replace function desk.staff_pack_ask(p_token text, p_from date, p_until date, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'audit.pack');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_today date := core.business_date(v_at, core.setting('timezone'));
  v_filters jsonb := jsonb_build_object('from', p_from, 'until', p_until);
  v_scope record;
  v_total bigint;
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'audit_pack', p_key, jsonb_build_array(p_from, p_until));
  if v_known is not null then return v_known; end if;
  if (p_from is null and p_until is not null) or p_from < date '2000-01-01' or p_from > v_today then perform core.refuse('invalid_input', 'from'); end if;
  if (p_until is null and p_from is not null) or p_until > v_today then perform core.refuse('invalid_input', 'until'); end if;
  if p_until < p_from then perform core.refuse('period_reversed', 'until'); end if;
  v_scope := desk.pack_scope(v_filters);
  select coalesce(sum(s.journals + s.lines), 0) into v_total from ledger.seals s where s.id between v_scope.first and v_scope.last;
  if v_total = 0 then perform core.refuse('nothing_to_export'); end if;
  v_id := office.ask_export('audit_pack', v_filters, 'tar.gz', 'en', v_total, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'audit_pack_ask', 'export', v_id::text, null, v_filters);
  return ledger.keep_outcome(v_caller.actor_id, 'audit_pack', p_key, jsonb_build_object('pack', v_id));
end $$;
comment on function desk.staff_pack_ask is 'Asks for a pack for outside auditors.';
