/* Fingerprint of a move's body. No search_path setting: it is inlined. */
create or replace function ledger.move_print(p_kind ledger.journal_kind, p_value_on date, p_debit bigint, p_credit bigint, p_amount bigint) returns uuid
language sql stable as $$
  select encode(substring(sha256(convert_to(concat_ws('|', p_kind, p_value_on, p_debit, p_credit, p_amount), 'UTF8')) for 16), 'hex')::uuid
$$;
comment on function ledger.move_print is 'Fingerprint of a move''s body.';
