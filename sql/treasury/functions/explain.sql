/* Says why items stand on one side only; the newest word counts. Items are texts: `line:<id>` at the bank, `entry:<journal>-<line>` in the
   books, `opening` for the difference at the beginning. Refuses `note_required` for "other" without words, `not_found` for an item that is
   not this account's. Answers how many. Locks the account. */
create or replace function treasury.explain(p_account bigint, p_items text[], p_reason text, p_note text, p_by bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_lines uuid[];
  v_entries text[];
  v_count bigint := 0;
  v_some bigint;
begin
  if p_reason is null or p_reason not in ('bank_fee', 'interest', 'timing', 'unidentified', 'bank_error', 'other') then perform core.refuse('invalid_input', 'reason'); end if;
  if p_reason = 'other' and p_note is null then perform core.refuse('note_required', 'note'); end if;
  if coalesce(cardinality(p_items), 0) = 0 then perform core.refuse('invalid_input', 'items'); end if;
  perform treasury.lock_reconciled(p_account);
  v_lines := array(select distinct substr(i, 6)::uuid from unnest(p_items) i where i ~ '^line:' and pg_input_is_valid(substr(i, 6), 'uuid'));
  v_entries := array(select distinct substr(i, 7) from unnest(p_items) i where i ~ '^entry:[0-9]{1,18}-[0-9]{1,9}$');
  insert into treasury.explanations as x (account_id, line_id, reason, note, explained_by, explained_at)
  select p_account, l.id, p_reason, p_note, p_by, p_at from treasury.statement_lines l where l.id = any (v_lines) and l.account_id = p_account
  on conflict (line_id) do update set reason = excluded.reason, note = excluded.note, explained_by = excluded.explained_by, explained_at = excluded.explained_at;
  get diagnostics v_count = row_count;
  insert into treasury.explanations as x (account_id, journal_id, line_no, reason, note, explained_by, explained_at)
  select p_account, e.journal_id, e.line_no, p_reason, p_note, p_by, p_at from unnest(v_entries) n
    join ledger.lines e on e.account_id = p_account and e.journal_id = split_part(n, '-', 1)::bigint and e.line_no = split_part(n, '-', 2)::integer
  on conflict (account_id, journal_id, line_no) do update set reason = excluded.reason, note = excluded.note, explained_by = excluded.explained_by, explained_at = excluded.explained_at;
  get diagnostics v_some = row_count;
  v_count := v_count + v_some;
  if 'opening' = any (p_items) then
    insert into treasury.explanations as x (account_id, reason, note, explained_by, explained_at) values (p_account, p_reason, p_note, p_by, p_at)
    on conflict (account_id) where line_id is null and journal_id is null
    do update set reason = excluded.reason, note = excluded.note, explained_by = excluded.explained_by, explained_at = excluded.explained_at;
    v_count := v_count + 1;
  end if;
  if v_count <> (select count(distinct i) from unnest(p_items) i) then perform core.refuse('not_found', 'items'); end if;
  return v_count;
end $$;
comment on function treasury.explain is 'Says why items stand on one side only.';
