/* A keyed two-line journal, the fast path: debit account, credit account, amount in minor units. One call, all guards: locks in
   account order, request key with fingerprint, balance law, append-only. Answers the journal's id, the same again for the same key
   and body. Refuses `key_reuse` and the shortages of ledger.post. The key is claimed after the locks, when the number is known:
   whoever waits for a key holds nothing that the other still wants. */
create or replace function ledger.move(p_actor bigint, p_key uuid, p_kind ledger.journal_kind, p_value_on date, p_debit bigint, p_credit bigint, p_amount bigint) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id bigint;
  v_print uuid := encode(substring(sha256(convert_to(concat_ws('|', p_kind, p_value_on, p_debit, p_credit, p_amount), 'UTF8')) for 16), 'hex')::uuid;
  v_known ledger.request_keys;
  v_short boolean;
begin
  select bool_or(a.floored and not a.appended and a.balance - a.held + case a.id when p_debit then p_amount else -p_amount end * a.side < 0) into v_short
    from (select id, floored, appended, side, balance, held from ledger.accounts
           where id in (p_debit, p_credit) and (not appended or (floored and side = case id when p_debit then -1 else 1 end))
           order by id for no key update) a;
  v_id := nextval('ledger.journal_ids');
  insert into ledger.request_keys (actor_id, operation, key, fingerprint, outcome)
  values (p_actor, 'move', p_key, v_print, to_jsonb(v_id)) on conflict do nothing;
  if not found then
    select * into v_known from ledger.request_keys where actor_id = p_actor and operation = 'move' and key = p_key;
    if v_known.fingerprint <> v_print then
      perform core.refuse('key_reuse', 'key');
    end if;
    return v_known.outcome::bigint;
  end if;
  if v_short then
    perform ledger.explain_shortage(array[(p_debit, p_amount, null)::ledger.line, (p_credit, -p_amount, null)::ledger.line]);
  end if;
  insert into ledger.journals (id, posted_at, actor_id, kind, value_on, line_count)
  values (v_id, ledger.posting_time(), p_actor, p_kind, p_value_on, 2);
  insert into ledger.lines (journal_id, account_id, amount, line_no, value_on)
  values (v_id, p_debit, p_amount, 1, p_value_on), (v_id, p_credit, -p_amount, 2, p_value_on);
  return v_id;
end $$;
comment on function ledger.move is 'A keyed two-line journal.';
