/* Posts an import, whole or not at all: members, their balances, contracts, bookings and places, by the domains' own functions. What is posted is what was read: the hash of the lines
   is that of the request, and whatever was right then must be right now. Refuses `import_changed` and `import_faulty`, and `email_taken` when somebody signed up in between. */
create or replace function desk.carry_out_import(p_request approval.requests, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' set enable_nestloop = off as $$
declare
  v_import office.imports := desk.check_import(p_request);
  v_bank bigint := (select m.account_id from funding.methods m where m.id = v_import.method_id);
  v_contracts jsonb;
  v_places jsonb;
  v_credits ledger.line[];
begin
  perform identity.import_members(coalesce((select jsonb_agg(r.cells order by r.line) from office.import_rows r where r.import_id = v_import.id and r.kind = 'members'), '[]'),
    'imported', v_import.cutover_on, core.setting('timezone'), p_at);
  perform referral.attach(m.id, f.id, p_at) from office.import_rows r join identity.members m on m.origin = r.cells ->> 'reference' join identity.members f on f.origin = r.cells ->> 'referrer'
   where r.import_id = v_import.id and r.kind = 'members';
  -- What is read of the files must be read before the next step changes what it is compared with.
  select jsonb_agg(jsonb_build_object('origin', c.cells ->> 'reference', 'member', m.id, 'version', (c.version).id, 'amount', c.amount, 'start_on', c.start_on) order by c.line) into v_contracts
    from desk.import_contracts(v_import) c join identity.members m on m.origin = c.cells ->> 'member';
  select jsonb_agg(jsonb_build_object('member', m.id, 'parent', u.id, 'side', p.side, 'sponsor', s.id, 'counts', p.counts, 'pairs', coalesce(r.cells ->> 'pairs', '0')) order by p.line) into v_places
    from desk.import_places(v_import, p_at) p join office.import_rows r on r.import_id = v_import.id and r.kind = 'tree' and r.line = p.line
    join identity.members m on m.origin = p.member left join identity.members u on u.origin = p.parent left join identity.members s on s.origin = r.cells ->> 'sponsor';
  perform ledger.open_wallets(array_agg(m.id order by r.line), array_agg(r.cells ->> 'wallet' order by r.line), v_import.currency)
    from office.import_rows r join identity.members m on m.origin = r.cells ->> 'member' where r.import_id = v_import.id and r.kind = 'balances';
  select array_agg((a.id, -core.read_amount(r.cells ->> 'amount', v_import.currency), null)::ledger.line order by r.line) into v_credits
    from office.import_rows r join identity.members m on m.origin = r.cells ->> 'member' join ledger.accounts a on a.member_id = m.id and a.kind = r.cells ->> 'wallet' and a.currency = v_import.currency
   where r.import_id = v_import.id and r.kind = 'balances';
  perform desk.post_openings(v_bank, v_import.currency, v_credits, 0, v_import.cutover_on, p_actor, (p_request).id);
  if v_contracts is not null then
    select array_agg((i.invested_account_id, -i.amount, i.id)::ledger.line order by i.id) into v_credits from invest.carry(v_contracts, v_import.cutover_on, p_at) i;
    perform desk.post_openings(v_bank, v_import.currency, v_credits, v_import.deployed, v_import.cutover_on, p_actor, (p_request).id);
  end if;
  perform desk.carry_bookings(v_import, p_actor, p_at);
  if v_places is not null then
    perform network.first_plan(p_at);
    perform network.carry(v_places, p_at);
  end if;
  perform office.end_import(v_import.id, 'posted', p_at);
end $$;
comment on function desk.carry_out_import is 'Posts an import.';
