/* Takes every approved payout of a method's currency into a new file for the bank, oldest first: payout_clearing -> bank:client, one journal each. `nothing_to_send` without
   any, `method_short` without enough cash, `not_found` for what is no bank account of the operator, `payouts_paused` while a fault in the books is not cleared. Answers the file. */
create or replace function payout.make_bank_file(p_method uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns payout.bank_files
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_method funding.methods;
  v_file payout.bank_files;
  v_ids uuid[];
  v_row payout.payouts;
begin
  perform audit.require_calm();
  select * into v_method from funding.methods where id = p_method and type = 'BANK';
  if not found then perform core.refuse('not_found', 'method'); end if;
  -- Locked in one statement, read in the next: what another file has taken meanwhile is no longer approved.
  perform from payout.payouts p where p.currency = v_method.currency and p.state = 'approved' order by p.requested_at, p.id for update;
  select array_agg(p.id order by p.requested_at, p.id) into v_ids from payout.payouts p where p.currency = v_method.currency and p.state = 'approved';
  if v_ids is null then perform core.refuse('nothing_to_send'); end if;
  insert into payout.bank_files (reference, method_id, currency, lines, sum, made_by, made_at)
  select 'F-' || core.random_code(8), p_method, v_method.currency, count(*), sum(p.bank), p_actor, p_at from payout.payouts p where p.id = any (v_ids) returning * into v_file;
  for v_row in
    update payout.payouts p set state = 'sent', file_id = v_file.id, line_no = o.n, sent_at = p_at from unnest(v_ids) with ordinality o (id, n) where p.id = o.id and p.state = 'approved' returning p.*
  loop
    perform ledger.post('payout_settlement', p_value_on, p_actor, v_row.id,
      array[(ledger.operator_account('payout_clearing', v_row.currency), v_row.bank, null), (v_method.account_id, -v_row.bank, null)]::ledger.line[]);
  end loop;
  return v_file;
end $$;
comment on function payout.make_bank_file is 'Takes approved payouts into a file for the bank.';
