/* Proof that a line is in a seal (docs/seals.md), as JSON: the seal, the journal, and what has to be hashed on the way from the line to the
   root. A journal of two lines is shown whole; of a compound journal only this line, with its salt. Null while no seal holds it. */
create or replace function ledger.proof(p_journal bigint, p_line_no integer) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_seal ledger.seals;
  v_secret bytea;
  v_journal ledger.journals;
  v_leaves bytea[];
  v_at integer;
  v_lines bytea[];
begin
  select * into v_seal from ledger.seals s where s.highest >= p_journal and p_journal <@ s.journal_ids order by s.highest limit 1;
  if not found then
    return null;
  end if;
  select secret into v_secret from ledger.seal_secrets where seal_id = v_seal.id;
  select * into v_journal from ledger.journals where id = p_journal;
  select array_agg(l.leaf order by l.id), count(*) filter (where l.id <= p_journal) into v_leaves, v_at from ledger.journal_leaves(v_seal.journal_ids, v_secret) l;
  if v_journal.line_count <> 2 then
    v_lines := array(select sha256('\x02'::bytea || ledger.line_salt(v_secret, l.journal_id, l.line_no) || ledger.line_form(l)) from ledger.lines l where l.journal_id = p_journal order by l.line_no);
  end if;
  return jsonb_build_object(
    'format', 'coffer-proof-1',
    'seal', jsonb_build_object('number', v_seal.id::text, 'previous_root', encode(v_seal.previous_root, 'hex'), 'journals', v_seal.journals::text, 'lines', v_seal.lines::text,
      'sealed_at', ledger.exact_time(v_seal.sealed_at), 'merkle_root', encode(v_seal.merkle_root, 'hex'), 'root', encode(v_seal.root, 'hex')),
    'journal', jsonb_build_object('id', v_journal.id::text, 'posted_at', ledger.exact_time(v_journal.posted_at), 'actor', coalesce(v_journal.actor_id, 0)::text, 'value_on', v_journal.value_on,
      'line_count', v_journal.line_count, 'reverses', coalesce(v_journal.reverses_id, 0)::text, 'cause', coalesce(v_journal.cause, '00000000-0000-0000-0000-000000000000'::uuid), 'kind', v_journal.kind),
    'lines', (select jsonb_agg(jsonb_build_object('line', l.line_no, 'account', l.account_id::text, 'amount', l.amount::text, 'source', coalesce(l.source_id, 0)::text)
        || case when v_journal.line_count <> 2 then jsonb_build_object('salt', encode(ledger.line_salt(v_secret, l.journal_id, l.line_no), 'hex')) else '{}' end order by l.line_no)
      from ledger.lines l where l.journal_id = p_journal and (v_journal.line_count = 2 or l.line_no = p_line_no)),
    'line_path', case when v_journal.line_count <> 2 then ledger.merkle_path(v_lines, p_line_no) end,
    'path', ledger.merkle_path(v_leaves, v_at));
end $$;
comment on function ledger.proof is 'Proof that a line is in a seal.';
