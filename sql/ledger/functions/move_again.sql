/* What ledger.move answers when it cannot post: the first outcome of a key used before (`key_reuse` for another body), else which
   account is short. */
create or replace function ledger.move_again(p_actor bigint, p_key uuid, p_kind ledger.journal_kind, p_value_on date, p_debit bigint, p_credit bigint, p_amount bigint) returns bigint
language plpgsql volatile as $$
declare v_known ledger.request_keys;
begin
  select * into v_known from ledger.request_keys where actor_id = p_actor and operation = 'move' and key = p_key;
  if found and v_known.fingerprint <> ledger.move_print(p_kind, p_value_on, p_debit, p_credit, p_amount) then
    perform core.refuse('key_reuse', 'key');
  elsif found then
    return v_known.outcome::bigint;
  end if;
  perform ledger.explain_shortage(array[(p_debit, p_amount, null)::ledger.line, (p_credit, -p_amount, null)::ledger.line]);
  return null;
end $$;
comment on function ledger.move_again is 'What a move that cannot be posted answers.';
