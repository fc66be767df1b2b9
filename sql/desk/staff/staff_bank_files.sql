-- owner: reader
/* Files for the bank, newest first, keyset by (time, id), and how many payouts wait for the next one in each currency. */
create or replace function desk.staff_bank_files(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.read');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows payout.bank_files[];
begin
  select array_agg(x order by x.made_at desc, x.id desc) into v_rows from (
    select f.* from payout.bank_files f where p_cursor is null or (f.made_at, f.id) < (v_cursor.at, v_cursor.id) order by f.made_at desc, f.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_bank_file(f) order by f.made_at desc, f.id desc) from unnest(v_rows[1:v_limit]) f), '[]'),
    'waiting', coalesce((select jsonb_agg(jsonb_build_object('currency', w.currency, 'lines', w.lines, 'sum', core.format_amount(w.sum, w.currency),
        'methods', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name, m.id), '[]') from funding.methods m where m.type = 'BANK' and m.active and m.currency = w.currency)) order by w.currency)
      from (select p.currency, count(*) as lines, sum(p.bank)::bigint as sum from payout.payouts p where p.state = 'approved' group by p.currency) w), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).made_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_bank_files is 'Files for the bank, and what waits for the next one.';
