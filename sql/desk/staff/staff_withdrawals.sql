-- owner: reader
/* Withdrawals with member and full destination, newest first; p_search: by the reference, or by the member as desk.members_called, of whom the newest
   five hundred are enough. Refuses `invalid_input` at search beyond 80 characters. */
create or replace function desk.staff_withdrawals(p_token text, p_state text default null, p_cursor text default null, p_limit integer default null, p_search text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'withdrawals.read');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_search text := core.clean_text(p_search, 'search', 80);
  v_members bigint[] := case when v_search is not null then array(select desk.members_called(v_search)) end;
  v_rows funding.withdrawals[];
begin
  select array_agg(x order by x.requested_at desc, x.id desc) into v_rows from (
    select w.* from funding.withdrawals w where (p_state is null or w.state = p_state) and (v_search is null or w.reference = upper(v_search) or w.member_id = any (v_members)) and (p_cursor is null or (w.requested_at, w.id) < (v_cursor.at, v_cursor.id)) order by w.requested_at desc, w.id desc limit v_limit + 1) x;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_withdrawal(w) || jsonb_build_object(
        'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = w.member_id),
        'destination', (select jsonb_build_object('label', d.label, 'type', d.type, 'address', d.address, 'account_name', d.account_name, 'account_number', d.account_number, 'ifsc', d.ifsc) from funding.destinations d where d.id = w.destination_id),
        'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'balance', core.format_amount(b.balance, b.currency), 'currency', m.currency)), '[]') from funding.methods m join ledger.balances b on b.account_id = m.account_id where m.currency = w.currency and w.state = 'approved'))
        order by w.requested_at desc, w.id desc) from unnest(v_rows[1:v_limit]) w), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).requested_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_withdrawals is 'Withdrawals with member and full destination.';
