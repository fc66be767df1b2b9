/* Posts an import, whole or not at all: members, their balances, contracts, places and bookings, by the same functions as everybody's. What is posted is what was read: the hash of the lines
   is that of the request, and whatever was right then must be right now. Refuses `import_changed` and `import_faulty`, and `email_taken` when somebody signed up in between. */
create or replace function desk.carry_out_import(p_request approval.requests, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_import office.imports;
  v_bank bigint;
  v_left bigint;
  v_credits ledger.line[];
begin
  v_import := desk.check_import(p_request);
  select m.account_id into v_bank from funding.methods m where m.id = v_import.method_id;
  perform identity.import_members(coalesce((select jsonb_agg(r.cells order by r.line) from office.import_rows r where r.import_id = v_import.id and r.kind = 'members'), '[]'),
    'imported', v_import.cutover_on, core.setting('timezone'), p_at);
  perform referral.attach(m.id, f.id, p_at) from office.import_rows r join identity.members m on m.origin = r.cells ->> 'reference' join identity.members f on f.origin = r.cells ->> 'referrer'
   where r.import_id = v_import.id and r.kind = 'members';
  -- Wallets are opened in the order of the lines, then locked in the order of their numbers by the posting itself.
  select array_agg((ledger.wallet(m.id, r.cells ->> 'wallet', v_import.currency), -core.read_amount(r.cells ->> 'amount', v_import.currency), null)::ledger.line order by r.line) into v_credits
    from office.import_rows r join identity.members m on m.origin = r.cells ->> 'member' where r.import_id = v_import.id and r.kind = 'balances';
  v_left := desk.post_openings(v_bank, v_import.currency, v_credits, 0, v_import.cutover_on, p_actor, (p_request).id);
  perform office.end_import(v_import.id, 'posted', p_at);
end $$;
comment on function desk.carry_out_import is 'Posts an import.';
