/* Fingerprint of a move's body. The value date is not part of it: who moves money today and asks again after midnight asks the same. No
   search_path setting: it is inlined. */
create or replace function ledger.move_print(p_kind ledger.journal_kind, p_debit bigint, p_credit bigint, p_amount bigint) returns uuid
language sql stable as $$
  select encode(substring(sha256(convert_to(concat_ws('|', p_kind, p_debit, p_credit, p_amount), 'UTF8')) for 16), 'hex')::uuid
$$;
comment on function ledger.move_print is 'Fingerprint of a move''s body.';
